// Runs before the app: shows the frame that link.js held until the new page has drawn its own.
(() => {
  const kept = sessionStorage.getItem("wall-frame");
  sessionStorage.removeItem("wall-frame");
  const frame = kept && JSON.parse(kept);
  if (!frame || Date.now() - frame.at > 120000) return;
  const TURN = 200, SETTLE = 800, LONGEST = 60000;

  const show = () => {
    const cover = document.createElement("div");
    cover.id = "wall-held";
    cover.style.cssText = "position:fixed;inset:0;z-index:99;overflow:hidden;background:inherit";
    // A root of its own keeps the frame's styles from the page that grows below it.
    const root = cover.attachShadow({ mode: "open" });
    const styles = document.createElement("style");
    styles.textContent = frame.styles;
    const stage = document.createElement("div");
    stage.innerHTML = frame.markup;
    root.append(styles, stage);
    document.documentElement.style.fontSize = frame.root;
    document.body.append(cover);
    return cover;
  };
  const isDrawn = () => document.getElementById("wall-beat")
    && document.querySelector('[data-testid="stApp"][data-test-script-state="notRunning"]');
  const hide = (cover) => {
    document.documentElement.style.fontSize = "";
    cover.remove();
  };
  addEventListener("DOMContentLoaded", () => {
    const cover = show(), since = Date.now();
    const turn = setInterval(() => {
      if (!isDrawn() && Date.now() - since < LONGEST) return;
      clearInterval(turn);
      setTimeout(() => hide(cover), SETTLE);
    }, TURN);
  });
})();
