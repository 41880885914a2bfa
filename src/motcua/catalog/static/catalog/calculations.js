// Keeps what the portal works out fresh while people type. The server works it out again whenever
// the page is sent; without this script it stands there after sending.
"use strict";

{
  const GROUPED = /^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/;

  const numberOf = (text) => {
    const bare = String(text ?? "").trim().replace(/(\d)[\s_](?=\d)/g, "$1");
    const plain = GROUPED.test(bare) ? bare.replaceAll(".", "").replace(",", ".") : bare.replace(",", ".");
    return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
  };

  const dayOf = (text) => {
    const [, day, month, year] = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text.trim()) ?? [];
    if (day) return [Number(year), Number(month), Number(day)];
    const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    return iso && iso.slice(1).map(Number);
  };

  const years = (born, on) => {
    if (!born || !on) return null;
    const isBefore = on[1] < born[1] || (on[1] === born[1] && on[2] < born[2]);
    const full = on[0] - born[0] - (isBefore ? 1 : 0);
    return full < 0 ? null : full;
  };

  const reckon = {
    sum: (all) => (all.some((one) => one !== null) ? all.reduce((sum, one) => sum + (one ?? 0), 0) : null),
    product: (all) => (all.includes(null) ? null : all.reduce((product, one) => product * one, 1)),
    difference: ([a, b]) => (a === null || b === null ? null : a - b),
    percent: ([a, b]) => (a === null || !b ? null : (a * 100) / b),
  };

  const said = (form, operand) => {
    if (!("name" in operand)) return String(operand.value ?? "").replace(".", ",");
    const field = form.elements[operand.name] ?? form.querySelector(`#id_${operand.name}`);
    if (field?.tagName !== "OUTPUT") return field?.value ?? "";
    return field.dataset.result ?? field.value.split(" ")[0]; // its unit stands behind
  };

  const worth = (form, operand) =>
    "name" in operand || operand.value === null ? numberOf(said(form, operand)) : Number(operand.value);

  const figures = (number, decimals) => {
    const [whole, rest = ""] = number.toFixed(decimals).split(".");
    const part = /[1-9]/.test(rest) ? `,${rest.replace(/0+$/, "")}` : "";
    return whole.replace(/\B(?=(\d{3})+$)/g, ".") + part;
  };

  const show = (form, output) => {
    const { kind, of, decimals, unit } = JSON.parse(output.dataset.calculates);
    const result =
      kind === "age"
        ? years(...of.map((one) => dayOf("name" in one ? said(form, one) : String(one.value ?? ""))))
        : reckon[kind](of.map((one) => worth(form, one)));
    const before = output.value;
    const isThere = result !== null && Math.abs(result) < 1e15;
    output.dataset.result = isThere ? figures(result, decimals) : "";
    output.value = isThere ? `${output.dataset.result} ${unit}`.trim() : "–";
    return output.value !== before;
  };

  for (const form of document.querySelectorAll("form")) {
    const outputs = [...form.querySelectorAll("output[data-calculates]")].filter((one) => one.dataset.calculates);
    if (!outputs.length) continue;
    // One may build on another: again, as long as something changes.
    const all = () => outputs.some(() => !outputs.map((output) => show(form, output)).includes(true));
    form.addEventListener("input", all);
    form.addEventListener("change", all);
  }
}
