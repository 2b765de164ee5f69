// Arrow keys walk from a search field through the hits and back. Runs once per page.
(() => {
  if (window.__searches) return;
  window.__searches = true;
  document.addEventListener("keydown", (event) => {
    const hits = [...document.querySelectorAll(".hits a")];
    if (!hits.length) return;
    const now = document.activeElement, at = hits.indexOf(now);
    const isField = now?.matches?.('.st-key-search_field input, input[type="search"]');
    if (event.key === "ArrowDown" && (at >= 0 || isField)) {
      event.preventDefault();
      hits[Math.min(at + 1, hits.length - 1)].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      event.preventDefault();
      (hits[at - 1] ?? document.querySelector(".st-key-search_field input"))?.focus();
    }
  });
})();
