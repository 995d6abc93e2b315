(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const READABLE = 0.7, MARGIN = 110;
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

  // The whole picture where it can be read so; else as much as can be read, beside what the picture is about.
  function begin() {
    whole();
    const fitted = network.getScale();
    if (fitted > 1.1) { network.moveTo({ scale: 1.1 }); }
    if (fitted >= READABLE || !data.focus) { return; }
    const focus = network.getPosition(data.focus);
    const places = Object.values(network.getPositions());
    const within = function (axis, size) {
      const all = places.map(function (place) { return place[axis]; });
      const half = size / 2 / READABLE - MARGIN;
      const low = Math.min(...all) + half, high = Math.max(...all) - half;
      return low > high ? (low + high) / 2 : Math.min(high, Math.max(low, focus[axis]));
    };
    const position = { x: within("x", canvas.clientWidth), y: within("y", canvas.clientHeight) };
    network.moveTo({ position: position, scale: READABLE });
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
