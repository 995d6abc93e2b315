"use strict";
// A frame may be forbidden to lead the page around it elsewhere; a link in that page may not. Only our own addresses.
document.addEventListener("click", function (event) {
  const link = event.target.closest && event.target.closest("a[href]");
  if (!link || window.parent === window || event.button || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
  const page = window.parent.document;
  const address = new URL(link.getAttribute("href"), page.baseURI);
  if (address.origin !== window.parent.location.origin) { return; }
  event.preventDefault();
  const outside = page.createElement("a");
  outside.href = address.href;
  page.body.append(outside);
  outside.click();
  outside.remove();
});
