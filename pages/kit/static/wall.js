// The clock of the wall, and the sign that the server has gone. Runs once per page.
(() => {
  clearInterval(window.__wall);
  const zone = "$ZONE";
  const part = (options) => new Intl.DateTimeFormat("zh-CN", { timeZone: zone, ...options });
  const time = part({ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
  const day = part({ year: "numeric", month: "long", day: "numeric" });
  const week = part({ weekday: "long" });
  let beat = "", seen = Date.now();
  // Texts only: a tag written out in a script makes the sanitiser drop the script.
  const put = (id, ...lines) => {
    const parts = document.getElementById(id)?.children ?? [];
    lines.forEach((text, i) => { if (parts[i] && parts[i].textContent !== text) parts[i].textContent = text; });
  };
  const tick = () => {
    const now = new Date(), [hour, minute, second] = time.format(now).split(":");
    put("wall-clock", `${hour}:${minute}`, `:${second}`);
    put("wall-date", day.format(now), week.format(now));
    const at = document.getElementById("wall-beat")?.dataset.at;
    if (at && at !== beat) { beat = at; seen = Date.now(); }
    document.getElementById("wall-lost")?.classList.toggle("on", Date.now() - seen > 20000);
    // Two pixels to and fro every ten minutes, against burn-in.
    const wall = document.querySelector(".st-key-wall");
    if (wall) wall.style.translate = `${[0, 1, 2, 1][Math.floor(Date.now() / 600000) % 4]}px 0`;
  };
  window.__wall = setInterval(tick, 250);
  tick();
})();
