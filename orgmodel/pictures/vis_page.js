"use strict";
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const canvas = document.getElementById("canvas");
  const told = document.getElementById("told");
  const nodes = new vis.DataSet(data.nodes);
  const network = new vis.Network(canvas, { nodes: nodes, edges: new vis.DataSet(data.edges) }, {
    physics: { enabled: false },
    layout: { randomSeed: 1 },
    interaction: { zoomView: false, hover: true, tooltipDelay: 200, selectConnectedEdges: true, dragNodes: false },
    nodes: { shape: "box" },
  });

  function whole() {
    network.fit({ animation: false });
  }

  function begin() {
    whole();
    const fitted = network.getScale();
    if (fitted > 1.1) { network.moveTo({ scale: 1.1 }); }
    if (fitted < 0.62 && data.focus) {
      network.moveTo({ position: network.getPosition(data.focus), scale: 0.72 });
    }
  }

  function zoom(factor) {
    network.moveTo({ scale: Math.min(3, Math.max(0.05, network.getScale() * factor)) });
  }

  function tell(id) {
    const node = nodes.get(id);
    told.textContent = node && node.title ? node.title + " " : "";
    const href = node && node.thing ? data.links[node.thing] : null;
    if (href) {
      const link = document.createElement("a");
      link.href = href;
      link.target = "_top";
      link.textContent = "Open its page";
      told.append(link);
    }
  }

  document.getElementById("in").addEventListener("click", function () { zoom(1.3); });
  document.getElementById("out").addEventListener("click", function () { zoom(1 / 1.3); });
  document.getElementById("all").addEventListener("click", whole);
  network.on("selectNode", function (event) { tell(event.nodes[0]); });
  begin();
}());
