// Sends forms marked data-resend and keeps the page, with everything typed and every file chosen,
// until the server has answered. Without this script the browser sends them itself.
"use strict";

const AWAY = [502, 503, 504];

const show = (form, button) => {
  form.querySelector(".not-sent")?.remove();
  const note = document.getElementById("not-sent").content.cloneNode(true);
  (button ?? form.lastElementChild).before(note);
  form.querySelector(".not-sent button").focus();
};

const replacePage = (address, page) => {
  history.replaceState(null, "", address);
  document.open();
  document.write(page);
  document.close();
};

const send = async (form, button) => {
  const action = button?.getAttribute("formaction") ?? form.getAttribute("action") ?? "";
  const answer = await fetch(action || location.href, {
    method: "POST",
    body: new FormData(form, button),
    headers: { "X-Resend": "1" },
  });
  if (AWAY.includes(answer.status)) return false;
  const next = answer.headers.get("X-Next");
  if (next) location.assign(next);
  else replacePage(answer.url, await answer.text());
  return true;
};

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!("resend" in form.dataset) || event.defaultPrevented) return;
  event.preventDefault();
  if (form.ariaBusy === "true") return;
  const again = event.submitter?.closest(".not-sent");
  const button = again ? form.sentBy : event.submitter;
  form.sentBy = button;
  form.ariaBusy = "true";
  const sent = await send(form, button).catch(() => false);
  if (sent) return;
  form.ariaBusy = "false";
  show(form, button);
});
