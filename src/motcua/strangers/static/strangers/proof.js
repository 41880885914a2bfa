// Works for the form marked data-proof: looks for a number that makes SHA-256 of "challenge:number"
// begin with enough zero bits. Without this script, or over plain HTTP, a human looks at what was
// sent. In a block, because an answer that is a page replaces the document and runs this file again.
"use strict";

{
  const TOGETHER = 256;
  const encoder = new TextEncoder();

  const zeroBits = (bytes) => {
    let bits = 0;
    for (const byte of bytes) {
      if (byte !== 0) return bits + Math.clz32(byte) - 24;
      bits += 8;
    }
    return bits;
  };

  const attempt = async (challenge, number) =>
    new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(`${challenge}:${number}`)));

  const solve = async (challenge) => {
    const wanted = Number(challenge.split(":")[0].split(".").pop());
    for (let first = 0; ; first += TOGETHER) {
      const numbers = Array.from({ length: TOGETHER }, (_, step) => first + step);
      const digests = await Promise.all(numbers.map((number) => attempt(challenge, number)));
      const found = digests.findIndex((digest) => zeroBits(digest) >= wanted);
      if (found >= 0) return String(first + found);
      await new Promise((rest) => setTimeout(rest));
    }
  };

  const work = async (form) => {
    const { challenge, proof } = form.elements;
    if (!proof.value) proof.value = await solve(challenge.value);
  };

  for (const form of document.querySelectorAll("form[data-proof]")) {
    if (!globalThis.crypto?.subtle) continue;
    let working;
    const begin = () => (working ??= work(form).catch(() => {}));
    form.addEventListener("input", begin, { once: true });
    form.addEventListener(
      "submit",
      (event) => {
        if (form.elements.proof.value || form.dataset.gaveUp) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        const button = event.submitter;
        form.setAttribute("aria-busy", "true");
        const patience = new Promise((end) => setTimeout(end, 20000));
        Promise.race([begin(), patience]).then(() => {
          form.removeAttribute("aria-busy");
          form.dataset.gaveUp = "1";
          // Found at once, this would still be inside the first submit, where browsers pass over a second.
          setTimeout(() => form.requestSubmit(button));
        });
      },
      { capture: true },
    );
  }
}
