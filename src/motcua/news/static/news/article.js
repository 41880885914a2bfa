// Comforts of an article: reading aloud with the browser's own voice, printing, sharing, copying.
// Every button is hidden until the browser turns out to be able to do it; nothing asks another host.
{
  const article = document.querySelector("[data-article]");
  const find = (name) => document.querySelector(`[data-${name}]`);
  const say = (words) => { const place = find("said"); if (place) place.textContent = words; };
  const show = (button) => { button.hidden = false; const line = button.closest("li"); if (line) line.hidden = false; };

  // --- Print ---
  const print = find("print");
  if (print && window.print) { show(print); print.addEventListener("click", () => window.print()); }

  // --- Share: the address without what trackers add to it ---
  const address = location.origin + location.pathname;
  const copy = find("copy");
  if (copy && navigator.clipboard) {
    show(copy);
    copy.addEventListener("click", () => navigator.clipboard.writeText(address).then(() => say(copy.dataset.done)));
  }
  const share = find("share");
  if (share && navigator.share) {
    show(share);
    share.addEventListener("click", () => navigator.share({ title: document.title, url: address }).catch(() => {}));
  }

  // --- Listen: a voice for the article's language, paragraph by paragraph ---
  const listen = find("listen");
  const voices = window.speechSynthesis;
  if (listen && article && voices) {
    const language = article.lang;
    const begin = listen.textContent;
    const voice = () => voices.getVoices().find((each) => each.lang.toLowerCase().replace("_", "-").startsWith(language));
    const offer = () => { if (voice()) show(listen); };
    const parts = () => [...article.querySelectorAll("h1, h2, h3, p, li, figcaption, blockquote")]
      .filter((each) => !each.closest("[data-silent], .news-comfort, .meta, details") && !each.querySelector("p, li"))
      .map((each) => each.textContent.trim()).filter(Boolean);
    const stop = () => { voices.cancel(); listen.textContent = begin; delete listen.dataset.reading; };
    const read = () => {
      parts().forEach((text, place, all) => {
        const spoken = new SpeechSynthesisUtterance(text);
        spoken.lang = language;
        spoken.voice = voice();
        if (place === all.length - 1) spoken.onend = stop;
        voices.speak(spoken);
      });
      listen.textContent = listen.dataset.stop;
      listen.dataset.reading = "yes";
    };
    listen.addEventListener("click", () => (listen.dataset.reading ? stop() : read()));
    window.addEventListener("pagehide", () => voices.cancel());
    voices.addEventListener?.("voiceschanged", offer);
    offer();
  }
}
