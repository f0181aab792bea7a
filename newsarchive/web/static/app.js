// Everything works without this; it only saves a key or two.
document.addEventListener("keydown", (event) => {
  const field = document.getElementById("q");
  const typing = /^(input|textarea|select)$/i.test(event.target.tagName);
  if (event.key === "/" && field && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    field.focus();
    field.select();
  }
});

// A chart of time: dragging from one column to another chooses all between them. A click stays a link.
for (const chart of document.querySelectorAll("[data-brush]")) {
  const columns = [...chart.querySelectorAll("[data-span]")];
  let from = -1;
  let to = -1;
  const at = (event) => {
    const box = chart.getBoundingClientRect();
    const place = Math.floor(((event.clientX - box.left) / box.width) * Number(chart.dataset.brush));
    return Math.min(Math.max(place, 0), columns.length - 1);
  };
  const show = () => {
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    columns.forEach((column, place) => column.classList.toggle("brushed", from >= 0 && place >= first && place <= last));
  };
  const stop = () => {
    from = to = -1;
    show();
  };
  chart.addEventListener("dragstart", (event) => event.preventDefault());
  chart.addEventListener("pointerdown", (event) => {
    if (event.button === 0 && event.isPrimary) {
      from = to = at(event);
      show();
    }
  });
  window.addEventListener("pointermove", (event) => {
    if (from >= 0) {
      to = at(event);
      show();
    }
  });
  window.addEventListener("pointercancel", stop);
  window.addEventListener("pointerup", () => {
    if (from >= 0 && from !== to) {
      const asked = new URL(columns[0].getAttribute("href"), location.href);
      asked.searchParams.set("since", columns[Math.min(from, to)].dataset.span);
      asked.searchParams.set("until", columns[Math.max(from, to)].dataset.span);
      chart.addEventListener("click", (event) => event.preventDefault(), { capture: true, once: true });
      location.assign(asked);
    }
    stop();
  });
}
for (const hint of document.querySelectorAll("[data-brush-hint]")) hint.hidden = false;
