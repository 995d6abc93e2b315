"""A relay between a driver and a server that can be cut, so that a lost connection is a real one."""

import contextlib
import socket
import threading


class CutProxy:
    """Relays TCP to a port of this machine; after `budget` bytes from the clients it closes everything.

    `relayed` is how many bytes have come from the clients so far.
    """

    def __init__(self, port: int) -> None:
        self._port, self._budget = port, 1 << 62
        self.relayed = 0
        self._open: list[socket.socket] = []
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def uri(self) -> str:
        """The address that the driver is to use."""
        return f"bolt://127.0.0.1:{self._listener.getsockname()[1]}"

    def cut_after(self, budget: int) -> None:
        """Cut once this many more bytes have come from the clients."""
        with self._lock:
            self._budget = budget

    def mend(self) -> None:
        """Relay new connections again."""
        self.cut_after(1 << 62)

    def close(self) -> None:
        """Stop for good."""
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._cut()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            if self._budget <= 0:
                client.close()
                continue
            server = socket.create_connection(("127.0.0.1", self._port))
            with self._lock:
                self._open += [client, server]
            threading.Thread(target=self._relay, args=(client, server, True), daemon=True).start()
            threading.Thread(target=self._relay, args=(server, client, False), daemon=True).start()

    def _relay(self, source: socket.socket, target: socket.socket, counted: bool) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(4096):
                if counted and self._is_spent(len(data)):
                    self._cut()
                    return
                target.sendall(data)
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _is_spent(self, count: int) -> bool:
        with self._lock:
            self.relayed += count
            self._budget -= count
            return self._budget <= 0

    def _cut(self) -> None:
        with self._lock:
            doomed, self._open = self._open, []
        for end in doomed:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
