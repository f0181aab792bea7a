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
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      button.parentElement.querySelector("[role=status]").textContent = button.dataset.copied;
    } catch {
      field.focus();
    }
  });
}
