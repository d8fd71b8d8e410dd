// A column of words is read from the left, one of numbers from the right.
addEventListener("DOMContentLoaded", () => {
  const number = c => /^\s*(-?[\d,.]+\s*%?|NaN|None|<NA>|)\s*$/.test(c.textContent);
  for (const table of document.querySelectorAll(".cell_output table.dataframe")) {
    const rows = [...table.tBodies].flatMap(b => [...b.rows]), heads = table.tHead ? [...table.tHead.rows] : [];
    const columns = Math.max(0, ...rows.map(r => r.querySelectorAll("td").length));
    for (let i = 1; i <= columns; i++) {  // counted from the right: heads of rows stand on the left
      const cells = rows.map(r => r.cells[r.cells.length - i]).filter(c => c?.localName === "td");
      if (cells.some(c => !number(c))) for (const c of [...cells, ...heads.map(r => r.cells[r.cells.length - i])]) c?.classList.add("words");
    }
  }
});

// What can be scrolled must be reachable with the keyboard.
addEventListener("DOMContentLoaded", () => {
  for (const e of document.querySelectorAll("article pre, article .cell_output, article .output, article .table-wrapper, article .math"))
    if (e.scrollWidth > e.clientWidth) e.tabIndex = 0;
});
