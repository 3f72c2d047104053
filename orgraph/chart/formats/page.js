"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const facts = JSON.parse(byId("facts").textContent);
  const stage = byId("stage"), outline = byId("outline"), details = byId("details"), hits = byId("hits");
  const svg = stage.querySelector("svg");
  const items = Array.from(outline.children);
  const level = (item) => Number(item.getAttribute("aria-level"));
  const full = { w: svg.viewBox.baseVal.width, h: svg.viewBox.baseVal.height };
  let view = { x: 0, y: 0, w: full.w, h: full.h };
  let chosen = -1;

  // --- the view: a rectangle of the chart that fills the stage ---------------------------------------
  const show = () => svg.setAttribute("viewBox", [view.x, view.y, view.w, view.h].join(" "));
  const ratio = () => stage.clientWidth / Math.max(1, stage.clientHeight);
  const fit = () => {
    const w = Math.max(full.w, full.h * ratio());
    view = { x: (full.w - w) / 2, y: 0, w: w, h: w / ratio() };
    show();
  };
  const zoom = (factor, x = 0.5, y = 0.5) => {
    const w = Math.min(Math.max(view.w * factor, 300), Math.max(full.w, full.h * ratio()) * 1.5);
    const h = w / ratio();
    view = { x: view.x + (view.w - w) * x, y: view.y + (view.h - h) * y, w: w, h: h };
    show();
  };
  const move = (dx, dy) => { view.x += dx * view.w; view.y += dy * view.h; show(); };
  const visit = (box) => {
    const b = box.getBBox(), at = svg.querySelector("g[transform]").transform.baseVal.consolidate().matrix;
    const x = b.x + at.e, y = b.y + at.f, readable = view.w < 1.7 * stage.clientWidth;
    const inside = x > view.x && y > view.y && x + b.width < view.x + view.w && y + b.height < view.y + view.h;
    if (inside && readable) { return; }
    const w = Math.min(view.w, Math.max(1200, b.width * 5)), h = w / ratio();
    view = { x: x + (b.width - w) / 2, y: y + (b.height - h) / 2, w: w, h: h };
    show();
  };

  stage.addEventListener("wheel", (event) => {
    event.preventDefault();
    const r = stage.getBoundingClientRect();
    zoom(Math.exp(event.deltaY * 0.0015), (event.clientX - r.left) / r.width, (event.clientY - r.top) / r.height);
  }, { passive: false });
  let grip = null;
  stage.addEventListener("pointerdown", (event) => { grip = { x: event.clientX, y: event.clientY, far: false }; });
  stage.addEventListener("pointermove", (event) => {
    if (!grip || !(event.buttons & 1)) { return; }
    const dx = grip.x - event.clientX, dy = grip.y - event.clientY;
    if (!grip.far && Math.abs(dx) + Math.abs(dy) < 4) { return; }
    grip = { x: event.clientX, y: event.clientY, far: true };
    stage.classList.add("moving");
    move(dx / stage.clientWidth, dy / stage.clientHeight);
  });
  window.addEventListener("pointerup", () => stage.classList.remove("moving"));
  stage.addEventListener("click", (event) => {
    const box = event.target.closest("[role=treeitem]");
    if (box && !(grip && grip.far)) { choose(Number(box.id.slice(4)), false); }
  });
  stage.addEventListener("keydown", (event) => {
    const keys = { ArrowLeft: [-0.1, 0], ArrowRight: [0.1, 0], ArrowUp: [0, -0.1], ArrowDown: [0, 0.1] };
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (keys[event.key]) { move(...keys[event.key]); }
    else if (event.key === "+" || event.key === "=") { zoom(0.8); }
    else if (event.key === "-") { zoom(1.25); }
    else if (event.key === "0") { fit(); }
    else { return; }
    event.preventDefault();
  });
  byId("in").addEventListener("click", () => zoom(0.7));
  byId("out").addEventListener("click", () => zoom(1 / 0.7));
  byId("fit").addEventListener("click", fit);
  window.addEventListener("resize", () => zoom(1));

  // --- the details of one box: text only, never markup -------------------------------------------------
  const add = (parent, tag, text) => {
    const element = document.createElement(tag);
    if (text !== undefined) { element.textContent = text; }
    parent.appendChild(element);
    return element;
  };
  const list = (name, texts) => {
    if (!texts.length) { return; }
    add(details, "h3", name);
    const ul = add(details, "ul");
    texts.forEach((text) => add(ul, "li", text));
  };
  const explain = (fact) => {
    details.replaceChildren();
    add(details, "h2", fact.title);
    list("Facts", fact.facts);
    if (fact.superior !== null) {
      add(details, "h3", fact.inferred ? "Reports to (inferred)" : "Reports to");
      const link = add(add(details, "p"), "a", facts[fact.superior].title);
      link.setAttribute("role", "button");
      link.tabIndex = 0;
      link.addEventListener("click", () => choose(fact.superior, true));
      link.addEventListener("keydown", (event) => { if (event.key === "Enter") { choose(fact.superior, true); } });
    }
    list("Further lines", fact.marks);
    add(details, "h3", "Read from");
    fact.quotes.forEach(([about, text, place, modality]) => {
      const quote = add(details, "blockquote");
      add(quote, "b", modality === "stated" ? about : about + " (" + modality + ")");
      add(quote, "span", "“" + text + "”");
      add(quote, "cite", place);
    });
    if (fact.more) { add(details, "p", fact.more + " more quotes"); }
    if (!fact.quotes.length) { add(details, "p", "No source says more about this box."); }
    details.scrollTop = 0;
  };
  const choose = (number, centre) => {
    if (chosen >= 0) {
      items[chosen].setAttribute("aria-selected", "false");
      byId("box-" + chosen).classList.remove("chosen");
    }
    chosen = number;
    reveal(number);
    items[number].setAttribute("aria-selected", "true");
    items[number].scrollIntoView({ block: "nearest" });
    const box = byId("box-" + number);
    box.classList.add("chosen");
    if (centre) { visit(box); }
    explain(facts[number]);
  };

  // --- the outline -----------------------------------------------------------------------------------
  const redraw = () => {
    let closed = Infinity;
    items.forEach((item) => {
      if (level(item) <= closed) { closed = Infinity; }
      item.hidden = closed !== Infinity;
      if (closed === Infinity && item.getAttribute("aria-expanded") === "false") { closed = level(item); }
    });
  };
  const open = (item, yes) => { item.setAttribute("aria-expanded", String(yes)); redraw(); };
  const above = (number) => facts[number].superior;
  const reveal = (number) => {
    let changed = false;
    for (let at = above(number); at !== null; at = above(at)) {
      if (items[at].getAttribute("aria-expanded") === "false") { items[at].setAttribute("aria-expanded", "true"); changed = true; }
    }
    if (changed) { redraw(); }
  };
  const focus = (item) => {
    const old = outline.querySelector("[tabindex='0']");
    if (old) { old.tabIndex = -1; }
    item.tabIndex = 0;
    item.focus();
  };
  const step = (item, way) => {
    let at = Number(item.dataset.box) + way;
    while (items[at] && items[at].hidden) { at += way; }
    return items[at];
  };
  outline.addEventListener("click", (event) => {
    const item = event.target.closest("li");
    if (!item) { return; }
    const left = event.clientX - item.getBoundingClientRect().left, edge = parseFloat(getComputedStyle(item).paddingLeft);
    if (item.hasAttribute("aria-expanded") && left > edge - 20 && left < edge - 2) {
      open(item, item.getAttribute("aria-expanded") === "false");
      return;
    }
    focus(item);
    choose(Number(item.dataset.box), true);
  });
  outline.addEventListener("keydown", (event) => {
    const item = event.target.closest("li"), state = item && item.getAttribute("aria-expanded");
    let next = null;
    if (!item || event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (event.key === "ArrowDown") { next = step(item, 1); }
    else if (event.key === "ArrowUp") { next = step(item, -1); }
    else if (event.key === "Home") { next = items[0]; }
    else if (event.key === "End") { next = items.findLast((other) => !other.hidden); }
    else if (event.key === "ArrowRight") { if (state === "false") { open(item, true); } else if (state) { next = step(item, 1); } }
    else if (event.key === "ArrowLeft") {
      if (state === "true") { open(item, false); }
      else if (above(Number(item.dataset.box)) !== null) { next = items[above(Number(item.dataset.box))]; }
    }
    else if (event.key === "Enter" || event.key === " ") { choose(Number(item.dataset.box), true); }
    else { return; }
    event.preventDefault();
    if (next) { focus(next); }
  });

  // --- the search -------------------------------------------------------------------------------------
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const texts = facts.map((fact) => plain([fact.title].concat(fact.facts, fact.marks).join(" ")));
  let found = [], turn = -1;
  byId("search").addEventListener("input", (event) => {
    found.forEach((number) => { items[number].classList.remove("hit"); byId("box-" + number).classList.remove("hit"); });
    const words = plain(event.target.value).split(/\s+/).filter(Boolean);
    found = words.length ? texts.map((_, number) => number).filter((number) => words.every((word) => texts[number].includes(word))) : [];
    turn = -1;
    found.forEach((number) => { items[number].classList.add("hit"); byId("box-" + number).classList.add("hit"); });
    hits.textContent = words.length ? found.length + (found.length === 1 ? " box" : " boxes") : "";
  });
  byId("search").addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !found.length) { return; }
    turn = (turn + (event.shiftKey ? found.length - 1 : 1)) % found.length;
    hits.textContent = turn + 1 + " of " + found.length;
    choose(found[turn], true);
  });

  document.body.classList.add("live");
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  svg.setAttribute("preserveAspectRatio", "xMidYMin meet");
  svg.querySelectorAll("[id^=box-] > title").forEach((tip) => tip.remove());
  add(details, "p", "Choose a box to see what is known of it, and the words it was read from.");
  fit();
})();
