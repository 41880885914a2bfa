// Sends forms marked data-resend and keeps the page, with everything typed and every file chosen,
// until the server has answered. Without this script the browser sends them itself.
// In a block: an answer that is a page replaces the document, and this file runs again.
"use strict";

{
  let sending = new WeakSet(); // stays busy once sent: a second click may come before the next page
  const sentBy = new WeakMap();

  const note = (form) => form.querySelector(".not-sent");

  const sayNotSent = (form, button) => {
    const text = document.getElementById("not-sent").content.cloneNode(true);
    (button ?? form.lastElementChild).before(text);
    note(form).querySelector("button").focus();
  };

  const showAnswer = (address, page) => {
    history.replaceState(null, "", address);
    document.open();
    document.write(page);
    document.close();
    document.querySelector("[autofocus]")?.focus(); // a browser does so once for each document
  };

  const go = (next) => {
    const to = new URL(next, location.href);
    const isHere = to.pathname + to.search === location.pathname + location.search;
    location.assign(to);
    if (isHere && to.hash) location.reload(); // a part of the same page is not asked for anew
  };

  const send = async (form, button) => {
    const address = button?.getAttribute("formaction") ?? form.getAttribute("action");
    const answer = await fetch(address || location.href, {
      method: "POST",
      body: new FormData(form, button),
      headers: { "X-Resend": "1" },
    });
    if (answer.status >= 500) return false;
    const next = answer.headers.get("X-Next");
    if (next) go(next);
    else showAnswer(answer.url, await answer.text());
    return true;
  };

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (event.defaultPrevented || !form.hasAttribute("data-resend")) return;
    event.preventDefault();
    if (sending.has(form)) return;
    sending.add(form);
    const again = event.submitter !== null && note(form)?.contains(event.submitter);
    if (!again) sentBy.set(form, event.submitter);
    note(form)?.remove();
    const button = sentBy.get(form);
    form.setAttribute("aria-busy", "true");
    const sent = await send(form, button).catch(() => false);
    form.removeAttribute("aria-busy");
    if (sent) return;
    sending.delete(form);
    sayNotSent(form, button);
  });

  // Whoever comes back to a sent form may send it again.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) sending = new WeakSet();
  });
}
