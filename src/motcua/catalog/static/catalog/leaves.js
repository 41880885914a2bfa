// Opens what is folded where an address leads into it, and all of it for printing. Browsers of today
// do both by themselves; this is for those that do not. Without scripts a reader opens it by hand.
"use strict";

{
  const wanted = () => {
    const id = location.hash.slice(1);
    return id ? document.getElementById(id) : null;
  };

  const lead = () => {
    const fold = wanted()?.closest("details");
    if (!fold || fold.open) return;
    fold.open = true;
    wanted().scrollIntoView();
  };

  const shut = new Map();
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("main details:not([open])")) {
      shut.set(fold, fold.name);
      fold.removeAttribute("name"); // those of one name shut each other
      fold.open = true;
    }
  });
  addEventListener("afterprint", () => {
    for (const [fold, name] of shut) {
      fold.open = false;
      if (name) fold.setAttribute("name", name);
    }
    shut.clear();
  });
  addEventListener("hashchange", lead);
  lead();
}
