// Shows the views of a list in turn. The next view is drawn in the hidden frame and only shown once
// it stands there, so nothing flashes; while it does not, the one that is seen stays.
(() => {
  const { name, zone, scale } = window.__playlist;
  const frames = [...document.querySelectorAll("iframe")], said = document.getElementById("said");
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const AHEAD = 10000, LOOK = 10000, PATIENCE = 45000, WALL = { address: "wall", seconds: 60, hours: null };
  let views = [], place = -1, shownAt = 0, next = null;

  const isDue = (view) => {
    if (!view.hours) return true;
    const [from, until] = view.hours.split("-"), now = clock.format(new Date());
    return from <= until ? from <= now && now < until : from <= now || now < until;
  };
  const following = () => {
    for (let step = 1; step <= views.length; step += 1) {
      const at = (place + step) % views.length;
      if (isDue(views[at])) return { view: views[at], at };
    }
    // No view is due at this hour: the wall itself is never wrong.
    return { view: WALL, at: place };
  };
  const seen = () => frames.find((frame) => frame.classList.contains("on"));
  const hidden = () => frames.find((frame) => !frame.classList.contains("on"));
  const isWall = (view) => view.address.split("?")[0] === "wall";
  const fit = (frame, view) => {
    const size = isWall(view) ? 1 : scale;
    Object.assign(frame.style, { width: `${100 / size}vw`, height: `${100 / size}vh`, transform: `scale(${size})` });
  };
  const isDrawn = (frame) => {
    // A page that could not be loaded has no document that we may read.
    let page = null;
    try { page = frame.contentDocument; } catch { return false; }
    return Boolean(page?.querySelector('[data-testid="stApp"][data-test-script-state="notRunning"]'))
      && page.body.innerText.length > 200;
  };
  const quieten = (frame) => {
    // Nobody clicks on a wall: filters, navigation and scroll bars of a desk page are left out.
    const style = frame.contentDocument.createElement("style");
    style.textContent = '.st-key-desk_nav .items, [class*="st-key-"][class*="_filter"] { display: none !important; } * { scrollbar-width: none !important; }';
    frame.contentDocument.head.append(style);
  };
  const prepare = () => {
    const { view, at } = following();
    next = { view, at, since: Date.now() };
    fit(hidden(), view);
    hidden().src = view.address;
  };
  const swap = () => {
    const before = seen(), after = hidden();
    if (!isWall(next.view)) quieten(after);
    after.classList.add("on");
    before.classList.remove("on");
    place = next.at;
    shownAt = Date.now();
    window.__shown = next.view.address;
    next = null;
    // What was seen lets go of its session and its memory.
    setTimeout(() => { if (!next) before.src = "about:blank"; }, 1000);
  };
  const turn = () => {
    const current = views[place], since = Date.now() - shownAt;
    const isOnly = place >= 0 && following().at === place && current && isDue(current);
    if (isOnly || (!views.length && place >= 0)) return;
    const due = place < 0 || since >= (current?.seconds ?? 0) * 1000;
    if (!next && (due || since >= current.seconds * 1000 - AHEAD)) prepare();
    if (!next) return;
    if (due && isDrawn(hidden())) swap();
    else if (Date.now() - next.since > PATIENCE) next = null;
  };
  const look = async () => {
    try {
      const answer = await (await fetch(`playlist.json?name=${encodeURIComponent(name)}`, { cache: "no-store" })).json();
      said.classList.toggle("on", Boolean(answer.error));
      said.textContent = answer.error ? `播放清单：${answer.error}` : "";
      // A broken file changes nothing: the last good list goes on, or else the wall.
      if (!answer.error) views = answer.views;
      else if (!views.length) views = [WALL];
    } catch { /* The server is away: what is shown says so itself. */ }
  };
  look().then(() => setInterval(turn, 500));
  setInterval(look, LOOK);
})();
