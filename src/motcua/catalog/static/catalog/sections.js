// Shows a section of a form once the answer that it depends on is chosen, and hides it otherwise.
// What was typed there stays; the server knows which answers count. Without this script all
// sections that might count are shown.
"use strict";

{
  const isChosen = (form, name, wanted) => {
    const chosen = new FormData(form).get(name);
    return [wanted].flat().some((one) => (one === true ? chosen !== null : String(one) === chosen));
  };

  const arrange = (form) => {
    for (const section of form.querySelectorAll("[data-when]")) {
      const wanted = Object.entries(JSON.parse(section.dataset.when));
      section.hidden = !wanted.every(([name, answer]) => isChosen(form, name, answer));
    }
  };

  for (const form of document.querySelectorAll("form")) {
    if (!form.querySelector("[data-when]")) continue;
    form.addEventListener("change", () => arrange(form));
    arrange(form);
  }
}
