// Runs in the document of every page before Streamlit does. Nothing here asks the server.
(() => {
  "use strict";

  // Light or dark. Streamlit keeps a theme per page; the reader's choice holds for all of them.
  const CHOICE = "yiping-theme", OWN = `stActiveTheme-${location.pathname}-v2`;
  const asked = new URLSearchParams(location.search).getAll("embed_options");
  const read = () => { try { return localStorage.getItem(CHOICE); } catch { return null; } };
  const isDark = () => {
    if (asked.includes("dark_theme")) return true;
    if (asked.includes("light_theme")) return false;
    return read() ? read() === "Dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  };
  try {
    if (read()) localStorage.setItem(OWN, JSON.stringify(read()));
    else localStorage.removeItem(OWN);
  } catch { /* A browser that keeps nothing follows the system. */ }
  document.documentElement.classList.toggle("dark", isDark());
  const switchTheme = () => {
    try { localStorage.setItem(CHOICE, isDark() ? "Light" : "Dark"); } catch { return; }
    const address = new URL(location.href);
    const kept = asked.filter(option => !option.endsWith("_theme"));
    address.searchParams.delete("embed_options");
    for (const option of kept) address.searchParams.append("embed_options", option);
    address.href === location.href ? location.reload() : location.replace(address);
  };

  // A tab that comes back after a restart of the server, or from sleep, may be forgotten there:
  // its buttons would hand out nothing, without a word. It is drawn anew; what it shows stands in
  // its address. (The wall comes back by itself.)
  const SOON = 400;
  const askFor = async name => {
    try {
      const answer = await fetch(`session.json?name=${encodeURIComponent(name)}`);
      if (answer.ok && !(await answer.json()).is_known) location.reload();
    } catch { /* Gone again: the next coming back asks. */ }
  };
  const Socket = window.WebSocket;
  if (!location.pathname.endsWith("/wall")) window.WebSocket = class extends Socket {
    constructor(address, protocols) {
      super(address, protocols);
      // Streamlit's second part is a token, its third the name of the session before.
      const name = Array.isArray(protocols) && protocols[0] === "streamlit" && protocols[2];
      if (name) this.addEventListener("open", () => setTimeout(askFor, SOON, name));
    }
  };

  // Menus of the navigation close when one looks elsewhere.
  const closeMenus = except => {
    for (const menu of document.querySelectorAll("nav details[open]"))
      if (menu !== except) menu.removeAttribute("open");
  };
  addEventListener("click", event => {
    const at = event.target instanceof Element ? event.target : document.body;
    if (at.closest("[data-theme-switch]")) switchTheme();
    closeMenus(at.closest("nav details"));
  });
  addEventListener("keydown", event => {
    if (event.key === "Escape") closeMenus(null);
    const typing = event.target instanceof Element
      && event.target.closest("input, textarea, select, [contenteditable]");
    const field = document.querySelector("nav form[role=search] input");
    if (event.key !== "/" || typing || !field) return;
    event.preventDefault();
    field.focus();
  });

  // Streamlit's own words, wherever they turn up: it has no setting for its language.
  const WORDS = new Map(Object.entries({
    "Skip to main content": "跳到正文", "Choose an option": "请选择", "Choose options": "请选择",
    "No results": "没有符合的选项", "No options to select": "没有可选项",
    "Press Enter to apply": "按回车确定", "Press Enter to submit form": "按回车提交",
    "Press Enter to add": "按回车添加", "Clear value": "清除", "Clear all": "全部清除",
    "Remove": "移除", "Close": "关闭", "Open": "展开", "Map": "地图", "Search": "搜索",
    "Fullscreen": "全屏", "Close fullscreen": "退出全屏", "Download as CSV": "下载 CSV",
    "Show/hide columns": "显示或隐藏列", "Search data": "在表中查找", "Zoom in": "放大",
    "Zoom out": "缩小", "Sort ascending": "升序", "Sort descending": "降序", "Format": "格式",
    "Autosize": "适合列宽", "Pin column": "固定列", "Unpin column": "取消固定",
    "Hide column": "隐藏列", "Statistics": "统计", "Copy": "复制", "Copied": "已复制",
    "Copy to clipboard": "复制", "Show password text": "显示密码", "Next": "下一个",
    "Hide password text": "隐藏密码", "Previous": "上一个", "Loading": "加载中",
    "Loading...": "加载中…", "Running...": "更新中…", "Stop": "停止", "Rerun": "重新运行",
    "Connecting": "正在连接", "CONNECTING": "正在连接", "Connection error": "连接中断",
    "Select": "选择", "Select all": "全选", "Upload": "选择文件", "Browse files": "选择文件",
    "Drag and drop file here": "把文件拖到这里", "Increment value": "加",
    "Decrement value": "减", "Tooltip": "说明", "Help": "说明", "Info": "说明",
    "Expand": "展开", "Collapse": "收起", "Show more": "更多", "Show less": "收起",
    "Main menu": "菜单", "Done": "完成", "Dismiss": "关闭", "empty": "空", "open": "展开",
    "Connection failed": "连接失败", "Page not found": "没有这个页面",
    "Download plot as a PNG": "下载图片", "Download plot as a png": "下载图片",
    "Dataframe column menu": "列菜单", "Copy column name": "复制列名", "text": "文字",
    "number": "数值", "datetime": "时间", "image": "图", "Previous Result": "上一处",
    "Next Result": "下一处", "Close Search": "关闭查找", "Data": "表格", "Sort": "排序",
    "Automatic": "自动", "Localized": "本地格式", "Plain": "原样", "Compact": "简写",
    "Dollar": "美元", "Euro": "欧元", "Percent": "百分比", "Scientific": "科学计数",
    "Accounting": "会计格式", "Bytes": "字节", "Distance": "相对时间", "Calendar": "日历",
    "Failed to generate file for download": "文件没有生成，原因已记入服务日志，请稍后重试。",
    "Download failed": "下载失败，请稍后重试。", "Yen": "日元",
    "Deferred download not properly configured": "下载失败，请刷新后重试。",
    "next match": "下一处", "previous match": "上一处", "Type to search": "输入要找的内容",
    "Is the server still running?": "服务可能已停止，恢复后会自动重连。",
    "Is Streamlit still running?": "服务可能已停止，恢复后会自动重连。",
  }));
  const PATTERNS = [
    [/^Selected (.+)\. (.+)$/, "已选 $1，$2"], [/^Selected (.+)$/, "已选 $1"],
    [/^Press (⌘|Ctrl)\+Enter to .+$/, "按 $1+回车确定"],
    [/^Shortcut (.+)$/, "快捷键 $1"],
    [/^Help for (.+)$/, "$1的说明"], [/^Tooltip for (.+)$/, "$1的说明"],
    [/^(\d+) results?$/, "$1 处"], [/^(\d+) of (\d+) results?$/, "第 $1 / $2 处"],
    [/^(\d+) options? available\.?$/, "$1 个选项"],
    [/^(.+), (\d+) of (\d+)\.?$/, "$1，第 $2 项，共 $3 项"],
  ];
  const NAMED = ["aria-label", "title", "placeholder", "alt", "aria-description"];
  const chinese = words => {
    const bare = words.trim();
    if (!/[A-Za-z]/.test(bare) || bare.length > 80) return null;
    if (WORDS.has(bare)) return words.replace(bare, WORDS.get(bare));
    for (const [pattern, said] of PATTERNS)
      if (pattern.test(bare)) return bare.replace(pattern, said);
    return null;
  };
  const translateText = node => {
    if (node.parentElement?.closest("code, pre, script, style, textarea")) return;
    const said = chinese(node.data);
    if (said !== null && said !== node.data) node.data = said;
  };
  const translateNames = element => {
    for (const name of NAMED) {
      const words = element.getAttribute(name), said = words && chinese(words);
      if (said && said !== words) element.setAttribute(name, said);
    }
  };
  const translate = node => {
    if (node.nodeType === Node.TEXT_NODE) return translateText(node);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    translateNames(node);
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    while (walker.nextNode()) {
      const found = walker.currentNode;
      found.nodeType === Node.TEXT_NODE ? translateText(found) : translateNames(found);
    }
  };
  // The bones of the first load go when there is something better to see; never to come back.
  const DRAWN = '[class*="st-key-pn_"], [data-testid="stAlert"], [data-testid="stException"], .nil';
  const settle = () => {
    // Streamlit loads the code of an element when it meets the first of its kind: also the style.
    const styled = getComputedStyle(document.documentElement).getPropertyValue("--bg0");
    if (!styled || !document.querySelector(DRAWN)) return;
    if (document.querySelector('[data-testid="stSkeleton"]')) return;
    document.getElementById("first-load")?.remove();
  };
  setTimeout(() => document.getElementById("first-load")?.remove(), 8000);

  const watch = () => {
    translate(document.body);
    new MutationObserver(changes => {
      if (document.getElementById("first-load")) settle();
      for (const change of changes) {
        if (change.type === "childList") change.addedNodes.forEach(translate);
        else if (change.type === "characterData") translateText(change.target);
        else translateNames(change.target);
      }
    }).observe(document.body, {
      subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: NAMED,
    });
  };
  document.body ? watch() : addEventListener("DOMContentLoaded", watch);
})();
