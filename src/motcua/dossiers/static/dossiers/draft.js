// Saves a page of a draft as one types: a moment after the last key, on leaving a question, and on
// leaving the page. While the network is away it keeps what was typed in this browser, by page, and
// sends it when the network is back; what arrived is removed here, and signing out removes all.
// On the pages where nothing is typed it only sends what still waits here, before the last button.
// Without this script the page's button saves.
"use strict";

{
  const PREFIX = "motcua.draft:";
  const OF_THE_PAGE = new Set(["csrfmiddlewaretoken", "draft_version"]); // never those of a copy
  const A_MOMENT = 1200;
  const SLOW = 3000;
  const AGAIN = 15000;
  const PATIENCE = 20000;
  const KEPT_HERE = 24 * 60 * 60 * 1000;

  const store = (() => {
    try {
      localStorage.setItem(`${PREFIX}?`, "");
      localStorage.removeItem(`${PREFIX}?`);
      return localStorage;
    } catch {
      return null; // nothing is kept in this browser: the page itself still holds what was typed
    }
  })();

  const kept = () =>
    Object.keys(store ?? {})
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => [key, read(key)])
      .filter(([, one]) => one);

  const read = (key) => {
    try {
      const one = JSON.parse(store.getItem(key));
      if (Date.now() - one.at < KEPT_HERE) return one;
    } catch {
      // not ours, or cut short
    }
    store.removeItem(key);
    return null;
  };

  const body = (pairs, token) => {
    const data = new FormData();
    for (const [name, value] of pairs) data.append(name, value);
    data.set("draft_window", windowName());
    data.set("csrfmiddlewaretoken", token);
    return data;
  };

  const post = (address, pairs, keepalive = false) =>
    fetch(address, {
      method: "POST",
      body: body(pairs, document.querySelector("[name=csrfmiddlewaretoken]").value),
      keepalive,
      redirect: "manual", // it leads away where it is no draft any more
      headers: { Accept: "application/json" },
    });

  const isTaken = (answer) => answer.ok || answer.status === 409;
  const isGone = (answer) => answer.type === "opaqueredirect" || answer.status === 410;

  // Sends what waits here; the number of pages that arrived.
  const sendKept = async (waiting) => {
    let arrived = 0;
    for (const [key, one] of waiting) {
      const answer = await post(one.save, one.texts).catch(() => null);
      if (!answer) continue;
      if (isTaken(answer) || isGone(answer)) store.removeItem(key);
      if (isTaken(answer)) arrived += 1;
    }
    return arrived;
  };

  const windowName = () => {
    const name = sessionStorage.getItem(`${PREFIX}window`) ?? String(Math.random()).slice(2, 12);
    sessionStorage.setItem(`${PREFIX}window`, name);
    return name;
  };

  const start = (form) => {
    const key = PREFIX + form.dataset.save;
    const region = form.querySelector(".saved");
    let saved = null;
    let busy = null; // the save that is under way: this window never runs against itself
    let waits = false;
    let pressed = false;
    let leaves = false;
    let timer = 0;
    let later = 0;

    const texts = () =>
      [...new FormData(form)].filter(
        ([name, value]) => typeof value === "string" && name !== "csrfmiddlewaretoken",
      );
    const typed = () =>
      JSON.stringify(texts().filter(([name]) => !name.startsWith("draft_")));

    const say = (words, address) => {
      if (region.firstChild?.data === words) return;
      region.replaceChildren(words);
      if (!address) return;
      const link = document.createElement("a");
      link.href = `${address}#hai-noi`;
      link.textContent = region.dataset.choose;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        location.hash = "hai-noi";
        location.reload(); // it may be this very page
      });
      region.append(" ", link);
    };

    const keepHere = () => {
      try {
        store?.setItem(key, JSON.stringify({ at: Date.now(), save: form.dataset.save, texts: texts() }));
      } catch {
        // the browser's room is full: the page still holds it
      }
    };
    const forgetHere = () => store?.removeItem(key);

    const gone = () => {
      leaves = true;
      forgetHere();
      say(region.dataset.gone);
    };
    const missing = () => {
      leaves = true;
      keepHere(); // somebody else may have signed in beside: it is still its owner's
      say(region.dataset.gone);
    };

    const took = async (answer, sent) => {
      const told = await answer.json();
      form.elements.draft_revision.value = told.revision;
      form.elements.draft_shown.value = told.shown;
      saved = sent;
      clearTimeout(later);
      later = 0;
      forgetHere();
      say(told.said, told.address);
    };

    const failed = (words) => {
      keepHere();
      say(words);
      clearTimeout(later);
      later = setTimeout(save, AGAIN);
    };

    const save = (keepalive = false) => {
      clearTimeout(timer);
      if (leaves || typed() === saved) return;
      if (busy) waits = true;
      else busy = send(keepalive);
    };

    const send = async (keepalive) => {
      const sent = typed();
      const slow = setTimeout(() => {
        keepHere();
        say(region.dataset.slow);
      }, SLOW);
      try {
        const answer = await post(form.dataset.save, texts(), keepalive);
        if (isTaken(answer)) await took(answer, sent);
        else if (isGone(answer)) gone();
        else if (answer.status === 404) missing();
        else failed(answer.status < 500 ? region.dataset.over : region.dataset.away);
      } catch {
        failed(region.dataset.away);
      }
      clearTimeout(slow);
      busy = null;
      if (waits) {
        waits = false;
        save();
      }
    };

    const saveOnLeaving = () => {
      if (leaves || typed() === saved) return;
      if (later || !navigator.onLine) keepHere();
      post(form.dataset.save, texts(), true).catch(keepHere); // more than 64 KB are not taken
    };

    const saveWhileHidden = () => {
      if (leaves || typed() === saved) return;
      if (busy || later || !navigator.onLine) keepHere(); // this page may not come back
      save(true);
    };

    const pressedButton = (event) => {
      if (event.target !== form) return;
      clearTimeout(timer);
      clearTimeout(later);
      waits = false;
      leaves = true; // the button saves
      if (!navigator.onLine || store?.getItem(key)) keepHere(); // the latest, not what failed then
      if (!busy && !pressed) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!pressed) afterSaving(() => form.requestSubmit(event.submitter));
    };

    const afterSaving = async (go) => {
      pressed = true;
      await Promise.race([busy, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
      pressed = false;
      busy = null;
      go();
    };

    const restore = (one) => {
      const by = grouped(one.texts);
      for (const field of form.elements) {
        if (!field.name || OF_THE_PAGE.has(field.name) || field.type === "file") continue;
        const values = (by.get(field.name) ?? []).map(([, value]) => value);
        if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
        else if (values.length && field.tagName !== "BUTTON") field.value = values[0];
      }
      form.dispatchEvent(new Event("change", { bubbles: true }));
    };

    const grouped = (pairs) => {
      const by = new Map();
      for (const pair of pairs) by.set(pair[0], [...(by.get(pair[0]) ?? []), pair]);
      return by;
    };

    const sendOthers = () => sendKept(kept().filter(([other]) => other !== key));

    const bringBack = async (one) => {
      const fits = one.texts.every(([name]) => name in form.elements);
      if (!fits && (await sendKept([[key, one]]))) location.reload(); // an entry is gone: both stand
      else restore(one);
    };

    form.addEventListener("input", () => {
      leaves = false;
      clearTimeout(timer);
      timer = setTimeout(save, A_MOMENT);
    });
    form.addEventListener("change", () => save());
    form.addEventListener("focusout", () => save());
    window.addEventListener("submit", pressedButton, { capture: true });
    window.addEventListener("online", () => {
      leaves = false;
      save();
      sendOthers();
    });
    window.addEventListener("offline", () => say(region.dataset.away));
    window.addEventListener("pagehide", saveOnLeaving);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") saveWhileHidden();
    });
    for (const out of document.querySelectorAll("form[action$='/dang-xuat/']")) {
      out.addEventListener("submit", () => kept().forEach(([one]) => store.removeItem(one)));
    }

    if (!("unsaved" in form.dataset)) saved = typed();
    if (form.elements.draft_revision.value === "1") say(region.dataset.begin);
    const mine = store && read(key);
    const begin = () => {
      if (typed() === saved) {
        forgetHere();
      } else {
        if (mine) say(region.dataset.back);
        save();
      }
      sendOthers();
    };
    if (mine) bringBack(mine).then(begin);
    else begin();
  };

  // The last page: what still waits here of this draft arrives before it is submitted.
  const sendFirst = async (draft) => {
    const waiting = kept().filter(([, one]) => one.save.includes(draft));
    if (!waiting.length) return;
    let ready = false;
    let pressed = null;
    const wait = (event) => {
      if (ready || !event.target.hasAttribute("data-resend")) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      pressed = event;
    };
    window.addEventListener("submit", wait, { capture: true });
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE, 0));
    if (await Promise.race([sendKept(waiting), patience])) {
      location.reload(); // what is looked over here is another draft now
      return;
    }
    ready = true;
    pressed?.target.requestSubmit(pressed.submitter);
  };

  const form = document.querySelector("form[data-save]");
  const draft = document.querySelector("[data-draft]")?.dataset.draft;
  if (form) start(form);
  else if (draft) sendFirst(draft);
  if (location.hash === "#hai-noi") document.getElementById("hai-noi")?.focus();
}
