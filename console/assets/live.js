// Says that the case has moved, and never takes away what somebody is typing: reading the page again is asked for.
const address = document.body.dataset.live;
if (address && "EventSource" in window) {
  const place = document.getElementById("moved");
  new EventSource(address).addEventListener("moved", () => {
    if (place.childElementCount > 0) return;
    const words = document.createElement("p");
    words.append("Ce dossier vient de changer. ");
    const again = document.createElement("a");
    again.href = location.href;
    again.textContent = "Relire la page";
    words.append(again);
    place.append(words);
  });
}
