"use strict";
// Places for the boxes that are shown: leaves stacked in columns, branches side by side in rows that wrap.
// Linear in the boxes, and without recursion. facts[n].at is [x, y, height] in the whole chart.
const tidy = (facts, shown) => {
  const W = 208, GAP = 24, FALL = 40, BUS = 24, INDENT = 26, SPINE = 10, LEAD = 16, STEP = 10, ASPECT = 1.6;
  const tall = (n) => facts[n].at[2];
  const kids = new Map(), roots = [], alone = [], places = new Map(), solid = [], dashed = [];
  shown.forEach((n) => {
    kids.set(n, []);
    const above = facts[n].superior;
    if (facts[n].alone) { alone.push(n); } else if (above !== null && kids.has(above)) { kids.get(above).push(n); } else { roots.push(n); }
  });
  const rowsOf = (items, start) => {
    const area = items.reduce((sum, item) => sum + (item.w + GAP) * (item.h + FALL), 0);
    const widest = items.reduce((most, item) => Math.max(most, item.w), 0);
    const room = Math.max(widest, Math.sqrt(area * ASPECT), items.length <= 6 ? Infinity : 0);
    const rows = [];
    let used = 0;
    items.forEach((item) => {
      if (!rows.length || used + item.w > room) { rows.push([]); used = 0; }
      rows[rows.length - 1].push(item);
      used += item.w + GAP;
    });
    const margin = rows.length > 1 && start > 0 ? INDENT : 0;
    const across = (row) => row.reduce((sum, item) => sum + item.w + GAP, -GAP);
    const w = Math.max(W, margin + rows.reduce((most, row) => Math.max(most, across(row)), 0));
    const deep = (row) => row.reduce((most, item) => Math.max(most, item.h), 0);
    return { rows, margin, w, h: start + rows.reduce((sum, row) => sum + deep(row) + FALL, -FALL), deep, across };
  };
  const columns = (leaves, above, hang) => {
    const total = leaves.reduce((sum, n) => sum + tall(n) + STEP, 0);
    const count = hang || leaves.length < 4 ? 1 : Math.max(1, Math.min(leaves.length, Math.round(Math.sqrt(total / 260))));
    const parts = [[]];
    let used = 0;
    leaves.forEach((n) => {
      if (parts[parts.length - 1].length && parts.length < count && used + tall(n) / 2 > total / count) { parts.push([]); used = 0; }
      parts[parts.length - 1].push(n);
      used += tall(n) + STEP;
    });
    const fall = above === 0 ? 0 : parts.length === 1 ? LEAD : FALL;
    const deep = parts.reduce((most, part) => Math.max(most, part.reduce((sum, n) => sum + tall(n) + STEP, -STEP)), 0);
    return { parts, w: parts.length * (INDENT + W + 12) - 12, h: above + fall + deep, fall };
  };
  const blocks = new Map();
  for (let at = shown.length - 1; at >= 0; at -= 1) {
    const n = shown[at], below = kids.get(n);
    const leaves = below.filter((k) => !facts[k].under), branches = below.filter((k) => facts[k].under);
    if (!below.length) { blocks.set(n, { n, w: W, h: tall(n), left: 0 }); continue; }
    if (!branches.length) {
      const body = columns(leaves, tall(n), false);
      blocks.set(n, { n, body, w: Math.max(W, body.w), h: body.h, left: body.parts.length === 1 ? 0 : Math.max(0, (body.w - W) / 2) });
      continue;
    }
    const items = branches.map((k) => blocks.get(k));
    if (leaves.length) { const body = columns(leaves, 0, false); items.unshift({ n: -1, body, w: body.w, h: body.h, left: 0 }); }
    const body = rowsOf(items, tall(n) + FALL);
    blocks.set(n, { n, body, w: body.w, h: body.h, left: (body.w - W) / 2 });
  }
  const pen = (n) => (facts[n].inferred ? dashed : solid);
  const put = (n, x, y) => places.set(n, [x, y]);
  const drawColumns = (body, x, top, feed) => {
    body.parts.forEach((part) => {
      let y = top;
      part.forEach((n) => {
        put(n, x + INDENT, y);
        if (feed) { pen(n).push(feed(x + SPINE) + `V${y + tall(n) / 2}H${x + INDENT}`); }
        y += tall(n) + STEP;
      });
      x += INDENT + W + 12;
    });
  };
  const waiting = [];
  const drawRows = (body, x, first, feed) => {
    let top = first;
    body.rows.forEach((row) => {
      let at = x + body.margin;
      row.forEach((item) => { waiting.push({ item, x: at, y: top, feed: feed && feed(top) }); at += item.w + GAP; });
      top += body.deep(row) + FALL;
    });
  };
  const flush = () => {
    while (waiting.length) {
      const { item, x, y, feed } = waiting.pop();
      if (item.n < 0) { drawColumns(item.body, x, y, feed && ((spine) => feed(spine))); continue; }
      const left = x + item.left, middle = left + W / 2, bottom = y + tall(item.n);
      put(item.n, left, y);
      if (feed) { pen(item.n).push(feed(middle) + `V${y}`); }
      if (!item.body) { continue; }
      if (item.body.parts) {
        const one = item.body.parts.length === 1, top = bottom + item.body.fall;
        drawColumns(item.body, x, top, one ? () => `M${left + SPINE} ${bottom}` : (spine) => `M${middle} ${bottom}V${top - BUS}H${spine}`);
      } else {
        const first = bottom + FALL;
        drawRows(item.body, x, first, (top) => (to) =>
          top === first ? `M${middle} ${bottom}V${first - BUS}H${to}` : `M${middle} ${bottom}V${first - BUS}H${x + SPINE}V${top - BUS}H${to}`);
      }
    }
  };
  const whole = rowsOf(roots.map((n) => blocks.get(n)), 0);
  let w = roots.length ? whole.w : 0, h = roots.length ? whole.h : 0;
  drawRows(whole, 0, 0, null);
  flush();
  const across = Math.max(3, Math.ceil(Math.max(w, Math.sqrt(alone.length * 80 * 232 * ASPECT)) / 232));
  let y = h ? h + FALL : 0;
  for (let start = 0; start < alone.length; start += across) {
    const row = alone.slice(start, start + across);
    row.forEach((n, place) => put(n, place * (W + GAP), y));
    y += row.reduce((most, n) => Math.max(most, tall(n)), 0) + STEP;
    w = Math.max(w, row.length * (W + GAP) - GAP);
    h = y;
  }
  return { places, solid: solid.join(""), dashed: dashed.join(""), w, h };
};
