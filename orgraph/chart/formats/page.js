(() => {
  const byId = (id) => document.getElementById(id);
  const facts = JSON.parse(byId("facts").textContent);
  const stage = byId("stage"), outline = byId("outline"), details = byId("details"), hits = byId("hits");
  const store = byId("store");  // a large chart waits here, so that it is not drawn before it is cut down
  if (store) { byId("picture").append(store.content.querySelector("svg")); }
  const svg = stage.querySelector("svg");
  const items = Array.from(outline.children);
  const levels = items.map((item) => Number(item.getAttribute("aria-level")));
  const whole = { w: svg.viewBox.baseVal.width, h: svg.viewBox.baseVal.height };
  const full = { ...whole };
  const chart = svg.querySelector("g[transform]"), tree = chart.querySelector("[role=tree]");
  const drawn = chart.querySelector("[aria-label=Lines]"), legend = byId("chart-legend"), headings = chart.querySelectorAll(":scope > text");
  const groups = Array.from(tree.children);
  let view = { x: 0, y: 0, w: full.w, h: full.h };
  let chosen = -1;

  // --- the view: a rectangle of the chart that fills the stage ---------------------------------------
  const show = () => {
    svg.setAttribute("viewBox", [view.x, view.y, view.w, view.h].join(" "));
    if (many.isLarge() && !due) { due = requestAnimationFrame(() => { due = 0; populate(); }); }
  };
  let due = 0;  // boxes that come into sight are drawn with the next frame
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
  const visit = (number) => {
    const [x0, y0] = spot(number), b = { width: 208, height: facts[number].at[2] };
    const frame = chart.transform.baseVal.consolidate().matrix;
    const x = x0 + frame.e, y = y0 + frame.f, readable = view.w < 1.7 * stage.clientWidth;
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
    const knob = event.target.closest(".knob");
    if (grip && grip.far) { return; }
    if (knob) { turn_(Number(knob.dataset.box)); return; }
    if (box) { choose(Number(box.id.slice(4)), false); return; }
    if (!many.isLarge() || tree.firstChild) { return; }
    const r = stage.getBoundingClientRect(), unit = view.w / r.width;  // a plain rectangle, from far away
    const number = many.at(view.x + (event.clientX - r.left) * unit, view.y + (event.clientY - r.top) * unit, 4 * unit);
    if (number >= 0) { choose(number, true); }
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
    fact.quotes.forEach(([about, text, place, modality, before, after]) => {
      const quote = add(details, "blockquote");
      add(quote, "b", modality === "stated" ? about : about + " (" + modality + ")");
      if (before) { add(quote, "small", "… " + before); }
      add(quote, "mark", text);
      if (after) { add(quote, "small", after + " …"); }
      add(quote, "cite", place);
    });
    if (fact.more) { add(details, "p", fact.more + " more quotes"); }
    if (!fact.quotes.length) { add(details, "p", "No source says more about this box."); }
    details.scrollTop = 0;
  };
  const choose = (number, centre) => {
    if (chosen >= 0) {
      items[chosen].setAttribute("aria-selected", "false");
      groups[chosen].classList.remove("chosen");
    }
    chosen = number;
    reveal(number);
    items[number].setAttribute("aria-selected", "true");
    items[number].scrollIntoView({ block: "nearest" });
    const box = groups[number];
    box.classList.add("chosen");
    if (centre) { visit(number); }
    light();
    explain(facts[number]);
  };

  // --- the outline -----------------------------------------------------------------------------------
  let matching = null;  // the boxes that the filters leave, with those above them; null for all
  const redraw = () => {
    let closed = Infinity;
    items.forEach((item, number) => {
      if (levels[number] <= closed) { closed = Infinity; }
      item.hidden = closed !== Infinity || (matching !== null && !matching.has(number));
      if (closed === Infinity && item.getAttribute("aria-expanded") === "false") { closed = levels[number]; }
    });
    arrange();
  };

  // --- the picture of what is shown: as it was drawn when all is, else laid out anew -------------------
  let moved = null;
  const spot = (number) => (moved && moved.places.get(number)) || facts[number].at;
  const make = (name, attributes) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    return element;
  };
  const strokes = ["none", "6 4"].map((dash) => make("path", { fill: "none", stroke: "#5b6b7c", "stroke-width": 1.3, "stroke-dasharray": dash }));
  const knobs = make("g", { "aria-hidden": "true" });
  chart.append(...strokes, knobs);
  const knob = (number) => {
    const [x, y] = spot(number), shut = items[number].getAttribute("aria-expanded") === "false";
    const group = make("g", { class: "knob", "data-box": number, transform: `translate(${x + 188} ${y + facts[number].at[2]})` });
    const sign = make("text", { "text-anchor": "middle", y: 4, "font-size": 11 });
    sign.textContent = shut ? "+" + facts[number].under : "−";
    const wide = 10 + 7 * sign.textContent.length;
    group.append(make("rect", { x: -wide / 2, y: -8, width: wide, height: 16, rx: 8, fill: "#fff", stroke: "#5b6b7c" }), sign);
    return group;
  };
  const many = crowd(chart, facts, groups, make);
  const light = () => { if (many.isLarge()) { many.light(chosen < 0 ? found : [...found, chosen]); } };
  const place = (number) => {
    const [x, y] = spot(number), [x0, y0] = facts[number].at;
    groups[number].setAttribute("transform", `translate(${x - x0} ${y - y0})`);
    return groups[number];
  };
  const populate = () => {
    const here = many.inSight(view);
    many.hide(here.length > 0);
    tree.replaceChildren(...here.map(place));
    knobs.replaceChildren(...here.filter((number) => items[number].hasAttribute("aria-expanded")).map(knob));
  };
  const allLines = items.length > 500 ? many.flat(drawn) : drawn;
  const arrange = () => {
    const shown = [];
    items.forEach((item, number) => { if (!item.hidden) { shown.push(number); } });
    moved = shown.length === items.length ? null : tidy(facts, shown);
    const still = [allLines, ...headings];
    drawn.remove();
    if (moved) { still.forEach((part) => part.remove()); } else { chart.append(...still, knobs); }
    strokes[0].setAttribute("d", moved ? moved.solid : "");
    strokes[1].setAttribute("d", moved ? moved.dashed : "");
    many.set(shown, spot);
    light();
    populate();
    full.w = moved ? Math.max(560, moved.w) + 72 : whole.w;
    full.h = moved ? moved.h + 120 : whole.h;
    if (legend) { legend.setAttribute("transform", `translate(0 ${full.h - whole.h})`); }
    shownCount.textContent = shown.length === items.length ? "" : shown.length + " of " + items.length + " shown";
  };
  const shownCount = byId("shown");
  const turn_ = (number) => {
    const [x, y] = spot(number);
    open(items[number], items[number].getAttribute("aria-expanded") === "false");
    const [nx, ny] = spot(number);
    view.x += nx - x; view.y += ny - y;  // the box stays where it was on the screen
    show();
  };
  const every = (state, from) => items.forEach((item, number) => {
    if (item.hasAttribute("aria-expanded")) { item.setAttribute("aria-expanded", String(levels[number] < from ? true : state)); }
  });
  byId("expand").addEventListener("click", () => { every(true, 0); redraw(); fit(); });
  byId("collapse").addEventListener("click", () => { every(false, 2); redraw(); fit(); });

  // --- filters: what fits, and the superiors of it ------------------------------------------------------
  const filters = Array.from(document.querySelectorAll("select[data-fact]"));
  const filter = () => {
    const wanted = filters.filter((select) => select.value);
    matching = null;
    if (wanted.length) {
      matching = new Set();
      facts.forEach((fact, number) => {
        if (!wanted.every((select) => fact[select.dataset.fact] === select.value)) { return; }
        for (let at = number; at !== null && !matching.has(at); at = facts[at].superior) { matching.add(at); }
      });
      every(true, 0);
    }
    redraw();
    fit();
  };
  filters.forEach((select) => select.addEventListener("change", filter));

  // --- export: the picture as it stands, as a file --------------------------------------------------------
  byId("save").addEventListener("click", () => {
    tree.replaceChildren(...many.all().map(place));  // and not only what is in sight
    many.hide(true);
    const copy = svg.cloneNode(true);
    populate();
    copy.querySelectorAll(".knob").forEach((gone) => gone.remove());
    copy.setAttribute("viewBox", [0, 0, full.w, full.h].join(" "));
    copy.setAttribute("width", full.w);
    copy.setAttribute("height", full.h);
    const paper = copy.querySelector("rect");
    paper.setAttribute("width", full.w);
    paper.setAttribute("height", full.h);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" }));
    link.download = "chart.svg";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
  const open = (item, yes) => { item.setAttribute("aria-expanded", String(yes)); redraw(); };
  const above = (number) => facts[number].superior;
  const reveal = (number) => {
    let changed = items[number].hidden && matching !== null;
    if (changed) { matching = null; filters.forEach((select) => { select.value = ""; }); }
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
    else if (event.key === "*") { every(true, 0); redraw(); }
    else if (event.key.length === 1 && /\S/.test(event.key)) {
      const rest = [...items.slice(Number(item.dataset.box) + 1), ...items.slice(0, Number(item.dataset.box))];
      next = rest.find((other) => !other.hidden && plain(facts[Number(other.dataset.box)].title).startsWith(plain(event.key)));
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
    found.forEach((number) => { items[number].classList.remove("hit"); groups[number].classList.remove("hit"); });
    const words = plain(event.target.value).split(/\s+/).filter(Boolean);
    found = words.length ? texts.map((_, number) => number).filter((number) => words.every((word) => texts[number].includes(word))) : [];
    turn = -1;
    found.forEach((number) => { items[number].classList.add("hit"); groups[number].classList.add("hit"); });
    hits.textContent = words.length ? found.length + (found.length === 1 ? " box" : " boxes") : "";
    light();
  });
  byId("search").addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !found.length) { return; }
    turn = (turn + (event.shiftKey ? found.length - 1 : 1)) % found.length;
    hits.textContent = turn + 1 + " of " + found.length;
    choose(found[turn], true);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.target.closest("input, select, [role=treeitem]")) { byId("search").focus(); event.preventDefault(); }
  });

  document.body.classList.add("live");
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  svg.setAttribute("preserveAspectRatio", "xMidYMin meet");
  svg.querySelectorAll("[id^=box-] > title").forEach((tip) => tip.remove());
  add(details, "p", "Choose a box to see what is known of it, and the words it was read from.");
  redraw();
  fit();
})();
