"""Opens pages as a browser's tab does, over the WebSocket, without drawing anything."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol


@dataclass(frozen=True)
class Answer:
    """What came back for one request.

    Attributes:
        milliseconds: From asking to the message that says the script has finished.
        kilobytes: On the wire.
    """

    milliseconds: float
    kilobytes: float


class Visitor:
    """One tab: a session of its own until it is closed."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._socket: ClientConnection = connect(
            f"ws://127.0.0.1:{port}/_stcore/stream",
            subprotocols=[Subprotocol("streamlit")],
            max_size=None,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the tab."""
        self._socket.close()

    def open(self, page: str, query: str, *, within: float = 60.0) -> Answer:
        """Ask for a page and wait until it is drawn.

        Raises:
            TimeoutError: It was not drawn in that many seconds.
            RuntimeError: The script did not end well.
        """
        message = BackMsg()
        wanted = message.rerun_script
        wanted.page_name = page
        wanted.query_string = query
        wanted.context_info.url = f"http://127.0.0.1:{self._port}/{page}"
        wanted.context_info.timezone = "Asia/Shanghai"
        wanted.context_info.locale = "zh-CN"
        began = time.perf_counter()
        self._socket.send(message.SerializeToString())
        size = 0
        while True:
            data = self._socket.recv(timeout=within)
            assert isinstance(data, bytes)
            size += len(data)
            answer = ForwardMsg()
            answer.ParseFromString(data)
            if answer.WhichOneof("type") == "script_finished":
                status = answer.script_finished
                if status == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    continue
                if status != ForwardMsg.FINISHED_SUCCESSFULLY:
                    raise RuntimeError(f"{page}?{query} ended with status {status}")
                return Answer((time.perf_counter() - began) * 1000, size / 1024)
