// What the browser keeps true by itself: clock and date, 今日 and 昨日, the age of every feed, how
// long the server has been away. Texts only: a tag written out here makes the sanitiser drop it all.
(() => {
  clearInterval(window.__wall?.timer);
  const wall = window.__wall = { ahead: 0, beat: "", seen: Date.now(), app: window.__wall?.app ?? "" };
  const zone = window.__wallZone || "Asia/Shanghai";
  const part = (options) => new Intl.DateTimeFormat("zh-CN", { timeZone: zone, ...options });
  const time = part({ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
  const day = part({ year: "numeric", month: "long", day: "numeric" });
  const week = part({ weekday: "long" });
  const key = new Intl.DateTimeFormat("en-CA", { timeZone: zone });
  const LOST = 12000, HOUR = 3600000, OLD = 24, SKEW = 2000;

  const say = (element, text) => { if (element && element.textContent !== text) element.textContent = text; };
  const put = (id, ...lines) => {
    const parts = document.getElementById(id)?.children ?? [];
    lines.forEach((text, place) => say(parts[place], text));
  };
  const clock = (at) => time.format(at).slice(0, 5);
  const when = (at, now) => {
    const days = Math.round((new Date(key.format(now)) - new Date(key.format(at))) / 86400000);
    if (days === 0) return clock(at);
    return days === 1 ? `昨日 ${clock(at)}` : key.format(at).slice(5);
  };
  const duration = (hours) => {
    if (hours < 1) return `${Math.max(1, Math.round(hours * 60))}分钟`;
    return hours < 72 ? `${Math.round(hours)}小时` : `${Math.round(hours / 24).toLocaleString("en")}天`;
  };
  const look = (element, state, shapes) => {
    if (element.dataset.state === state) return;
    element.dataset.state = state;
    const mark = element.querySelector(".mk");
    if (mark) mark.className = `mk ${shapes[state]}`;
  };
  const SHAPES = { normal: "i-good c-good", late: "i-stale c-watch", over: "i-alert c-alert" };

  const feeds = (now) => document.querySelectorAll("[data-latest]").forEach((chip) => {
    const told = chip.dataset, hours = (now - told.latest) / HOUR;
    const state = hours > +told.limit ? "over" : hours > +told.expected ? "late" : "normal";
    look(chip, state, SHAPES);
    const words = { normal: when(+told.latest, now), late: `滞后 ${duration(hours)}`, over: duration(hours) };
    say(chip.querySelector("b"), words[state]);
  });
  const cut = (now) => {
    const element = document.getElementById("wall-cut");
    if (!element) return;
    const hours = (now - element.dataset.at) / HOUR;
    look(element, hours > OLD ? "late" : "normal", { normal: "", late: "i-stale c-watch" });
    say(element.querySelector("b"), when(+element.dataset.at, now));
    say(element.querySelector("small"), hours > OLD ? ` · ${duration(hours)}前` : "");
  };
  const heard = () => {
    const told = document.getElementById("wall-beat")?.dataset;
    if (!told || told.now === wall.beat) return;
    wall.beat = told.now;
    wall.seen = Date.now();
    const ahead = told.now - Date.now();
    // A player with a wrong clock shows the server's time.
    wall.ahead = Math.abs(ahead) > SKEW ? ahead : 0;
  };
  const lost = () => {
    const bar = document.getElementById("wall-lost"), away = Date.now() - wall.seen;
    if (!bar) return;
    bar.classList.toggle("on", away > LOST);
    const shown = Math.floor(away / 60000);
    if (away > LOST) say(bar, `连接中断，显示 ${when(+bar.dataset.at, Date.now() + wall.ahead)} 的数据 · 已 ${shown < 1 ? "不到 1" : shown} 分钟`);
  };
  const tick = () => {
    heard();
    const now = Date.now() + wall.ahead, [hour, minute, second] = time.format(now).split(":");
    put("wall-clock", `${hour}:${minute}`, `:${second}`);
    put("wall-date", day.format(now), week.format(now));
    document.querySelectorAll("[data-when]").forEach((element) => say(element, when(+element.dataset.when, now)));
    feeds(now);
    cut(now);
    lost();
    // Two pixels to and fro every ten minutes, against burn-in.
    const stage = document.querySelector(".st-key-wall");
    if (stage) stage.style.translate = `${[0, 1, 2, 1][Math.floor(Date.now() / 600000) % 4]}px 0`;
  };
  wall.timer = setInterval(tick, 250);
  tick();
})();
