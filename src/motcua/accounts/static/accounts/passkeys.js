/* Connects a page's passkey button to allauth's script; without JavaScript the button stays hidden. */
(function () {
  'use strict'
  if (!window.PublicKeyCredential) return
  const forms = window.allauth.webauthn.forms
  const starts = { login: forms.loginForm, answer: forms.authenticateForm, add: forms.addForm }
  const ids = {
    login: 'passkey-go',
    authenticate: 'passkey-go',
    add: 'passkey-go',
    credential: 'id_credential',
    passwordless: 'id_passwordless',
    data: 'passkey-data'
  }
  const form = document.querySelector('[data-passkey]')
  if (!form) return
  form.hidden = false
  starts[form.dataset.passkey]({ ids })
  document.addEventListener('allauth.error', function (event) {
    event.preventDefault()
    document.getElementById('passkey-failed').hidden = false
  })
})()
