"use strict";
// Very many boxes: only those in sight are drawn in full, and from far away each is a plain rectangle in its colours,
// with those that were found or chosen above them. A browser lays out a few hundred boxes at once, and not ten thousand.
const crowd = (chart, facts, groups, make) => {
  const MOST = 500, W = 208, EDGE = 240;
  const layer = make("g", { "aria-hidden": "true" }), bright = make("path", { fill: "#ffb300", stroke: "#c1121f", "stroke-width": 2, "vector-effect": "non-scaling-stroke" });
  const frame = chart.transform.baseVal.consolidate().matrix;
  const box = (n, [x, y]) => `M${x} ${y}h${W}v${facts[n].at[2]}h${-W}z`;
  const face = (n) => {
    const rect = groups[n].querySelector("rect");
    return [rect.getAttribute("fill"), rect.getAttribute("stroke")];
  };
  let boxes = [], spot = null;

  // Paths that look alike as one: thousands of elements cost more than their points.
  const merge = (parts, look) => {
    const alike = new Map();
    parts.forEach((part) => {
      const [key, d] = look(part);
      const name = JSON.stringify(key);
      if (!alike.has(name)) { alike.set(name, { key, d: [] }); }
      alike.get(name).d.push(d);
    });
    return Array.from(alike.values(), ({ key, d }) => make("path", { ...key, d: d.join("") }));
  };
  const flat = (lines) => {
    const group = make("g", { "aria-hidden": "true" });
    group.append(...merge(Array.from(lines.querySelectorAll("path, polygon")), (part) => {
      const key = {};
      ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap"].forEach((name) => {
        if (part.hasAttribute(name)) { key[name] = part.getAttribute(name); }
      });
      return [key, part.getAttribute("d") || "M" + part.getAttribute("points").trim().split(/\s+/).join("L") + "z"];
    }));
    return group;
  };
  return {
    // A new picture: the numbers of its boxes, and where each of them stands.
    set: (shown, where) => {
      boxes = shown;
      spot = where;
      layer.remove();
      if (shown.length <= MOST) { return; }
      layer.replaceChildren(...merge(shown, (n) => {
        const [fill, stroke] = face(n), white = /^(none|#fff(fff)?)$/.test(fill);
        return [{ fill: white ? "#c3d0dd" : fill, stroke, "stroke-width": 0.5, "vector-effect": "non-scaling-stroke" }, box(n, where(n))];
      }), bright);
      chart.prepend(layer);
    },
    all: () => boxes,
    isLarge: () => boxes.length > MOST,
    // The boxes that are drawn in full in a view of the picture.
    inSight: (view) => {
      if (boxes.length <= MOST) { return boxes; }
      const left = view.x - frame.e - EDGE, top = view.y - frame.f - EDGE;
      const right = left + view.w + 2 * EDGE, bottom = top + view.h + 2 * EDGE;
      const here = boxes.filter((n) => {
        const [x, y] = spot(n);
        return x + W > left && x < right && y + facts[n].at[2] > top && y < bottom;
      });
      return here.length <= MOST ? here : [];
    },
    // The box that is nearest to a point of the picture, -1 where none is within reach.
    at: (x, y, reach) => {
      let best = -1, least = reach;
      boxes.forEach((n) => {
        const [left, top] = spot(n), dx = x - frame.e - left, dy = y - frame.f - top;
        const far = Math.max(-dx, dx - W, -dy, dy - facts[n].at[2], 0);
        if (far < least || (best < 0 && far === 0)) { best = n; least = far; }
      });
      return best;
    },
    light: (numbers) => {
      const here = new Set(boxes);
      bright.setAttribute("d", numbers.filter((n) => here.has(n)).map((n) => box(n, spot(n))).join(""));
    },
    hide: (yes) => { layer.setAttribute("display", yes ? "none" : "inline"); },
    flat,
  };
};
