// Keys of a keyboard or a presenter's remote: step through the parts one by one, full screen.
(() => {
  const told = () => document.getElementById("wall-parts")?.dataset;
  const STEPS = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };
  const press = (part) => document.querySelector(`.st-key-go_${part} button`)?.click();
  const busy = () => document.querySelector('[role="dialog"]')
    || document.activeElement?.matches("input, textarea, select, [contenteditable=true]");

  const target = (key) => {
    const parts = told().parts.split(" "), here = parts.indexOf(told().part);
    if (key === "Home" || key === "Escape") return "whole";
    if (key === "End") return parts.at(-1);
    // Before the first and after the last part stands the whole wall.
    if (key in STEPS) return ["whole", ...parts].at((here + 1 + STEPS[key]) % (parts.length + 1));
    return null;
  };
  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !told() || busy()) return;
    if (event.key === "q" || event.key === "Q") return document.querySelector(".qr")?.classList.toggle("large");
    const part = target(event.key);
    if (!part) return;
    event.preventDefault();
    document.querySelector(".qr.large")?.classList.remove("large");
    if (part !== (told().part || "whole")) press(part);
  };
  const onClick = (event) => event.target.closest?.(".qr")?.classList.toggle("large");
  window.__wallKeys?.abort();
  const listeners = window.__wallKeys = new AbortController();
  document.addEventListener("keydown", onKey, { capture: true, signal: listeners.signal });
  document.addEventListener("click", onClick, { signal: listeners.signal });
})();
