// Buttons with data-copy put their text on the clipboard. Runs once per page.
(() => {
  if (window.__copies) return;
  window.__copies = true;
  // Over plain http, as inside an office network, the browser has no clipboard to write to.
  const byHand = (text) => {
    const field = document.createElement("textarea");
    field.value = text;
    field.style.position = "fixed";
    field.style.opacity = "0";
    const home = document.activeElement?.closest('[role="dialog"]') ?? document.body;
    home.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  };
  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-copy]");
    if (!button) return;
    const text = button.dataset.copy;
    let done = false;
    try {
      await navigator.clipboard.writeText(text);
      done = true;
    } catch {
      done = byHand(text);
    }
    button.textContent = done ? "已复制" : "请手动选取";
    setTimeout(() => { button.textContent = "复制"; }, 2000);
  });
})();
