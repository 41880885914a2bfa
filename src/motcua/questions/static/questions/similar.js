// Shows under a question's title what was answered before, a moment after one stops typing.
// Without this script the same is shown before sending.
"use strict";

{
  const PAUSE = 400;
  const SHORTEST = 8;
  let last = "";
  let timer;

  const show = async (place, words) => {
    const answer = await fetch(`${place.dataset.similarAnswers}?q=${encodeURIComponent(words)}`, {
      headers: { Accept: "text/html" },
    });
    if (!answer.ok || words !== last) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    place.replaceChildren(...page.body.children);
  };

  document.addEventListener("input", (event) => {
    if (event.target.dataset?.similar !== "title") return;
    const place = event.target.form.querySelector("[data-similar-answers]");
    const words = event.target.value.trim();
    clearTimeout(timer);
    if (words === last) return;
    timer = setTimeout(() => {
      last = words;
      if (words.length < SHORTEST) place.replaceChildren();
      else show(place, words).catch(() => {});
    }, PAUSE);
  });
}
