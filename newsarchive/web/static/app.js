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
