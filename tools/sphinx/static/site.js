// What can be scrolled must be reachable with the keyboard.
addEventListener("DOMContentLoaded", () => {
  for (const e of document.querySelectorAll("article pre, article .cell_output, article .output, article .table-wrapper, article .math"))
    if (e.scrollWidth > e.clientWidth) e.tabIndex = 0;
});
