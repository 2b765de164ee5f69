// The link to the server: load the page anew when another build of the app answers, when the link
// does not come back by itself, and once a night; and hold the last frame meanwhile.
(() => {
  const wall = window.__wall;
  clearInterval(wall.linkTimer);
  const opened = window.__wallOpened ??= Date.now();
  const AWAY = 10000, STUCK = 9000, NIGHT = 4, LONG = 20 * 3600000;

  // Everything needed to show this picture without the app: its markup and every style in force.
  const hold = () => {
    const stage = document.querySelector(".st-key-wall");
    if (!stage) return;
    const rules = [...document.styleSheets].flatMap((sheet) => {
      try { return [...sheet.cssRules].map((rule) => rule.cssText); } catch { return []; }
    });
    const frame = { at: Date.now(), root: getComputedStyle(document.documentElement).fontSize,
      styles: rules.join("").replaceAll(":root", ":host"), markup: stage.outerHTML };
    // Too large for the browser's store: the page loads anew without it.
    try { sessionStorage.setItem("wall-frame", JSON.stringify(frame)); } catch { sessionStorage.removeItem("wall-frame"); }
  };
  const renew = () => { hold(); location.reload(); };
  // Behind a proxy the wall has a path of its own in front, so the address is a relative one.
  const health = async () => (await fetch("healthz", { cache: "no-store" })).json();

  let asking = false, answersSince = 0;
  const watch = async () => {
    const told = document.getElementById("wall-beat")?.dataset;
    if (told?.app) {
      if (wall.app && told.app !== wall.app) return renew();
      wall.app = told.app;
    }
    const away = Date.now() - wall.seen, hour = new Date().getHours();
    if (away < AWAY && Date.now() - opened > LONG && hour === NIGHT) return renew();
    if (away < AWAY) answersSince = 0;
    if (away < AWAY || asking) return;
    asking = true;
    try {
      const answer = await health();
      answersSince ||= Date.now();
      // The app links itself again within seconds; if it does not, a new page does.
      const isStuck = Date.now() - answersSince > STUCK;
      if (answer.status === "ok" && (answer.app !== wall.app || isStuck)) renew();
    } catch {
      // Still away: the bar says so, the next look asks again.
      answersSince = 0;
    }
    asking = false;
  };
  wall.linkTimer = setInterval(watch, 3000);
})();
