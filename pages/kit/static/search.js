// Arrow keys walk through the hits, a slash goes back to the field. Runs once per page.
(() => {
  if (window.__searches) return;
  window.__searches = true;
  const field = () => document.querySelector(".st-key-search_field input");
  document.addEventListener("keydown", (event) => {
    const input = field();
    if (!input) return;
    const hits = [...document.querySelectorAll(".hits a")];
    const at = hits.indexOf(document.activeElement);
    const isTyping = /^(INPUT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "");
    if (event.key === "/" && !isTyping) {
      event.preventDefault();
      input.focus();
    } else if (event.key === "ArrowDown" && hits.length && (at >= 0 || document.activeElement === input)) {
      event.preventDefault();
      hits[Math.min(at + 1, hits.length - 1)].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      event.preventDefault();
      (hits[at - 1] ?? input).focus();
    }
  });
})();
