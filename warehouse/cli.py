"""The command line: `yiping VERB`; each verb only calls the module of its name.

`up` and `sample` are in `warehouse.cli_sample`, verbs that only look in `cli_answers`, those about
assessments in `cli_assess`, those about sealed reports in `cli_editions`.
Exit code 0 on success, 1 on a failed operation with one line on stderr, 2 on wrong usage.
`--json` prints one JSON document on stdout and nothing else there.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from warehouse import (
    cli_answers,
    cli_assess,
    cli_check,
    cli_editions,
    cli_report,
    cli_sample,
    cli_template,
    cli_verify,
)
from warehouse.cli_sample import Host, Moment, Port
from warehouse.settings import settings
from warehouse.terminal import Verbs, bar, complain, print_json, print_table, say

app = typer.Typer(
    cls=Verbs,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="一屏: feeds in, trusted numbers out.",
)

sources = typer.Typer(no_args_is_help=True, help="The mappings in <var>/sources.toml.")
app.add_typer(sources, name="sources")

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
Feeds = Annotated[list[str] | None, typer.Option("--feed", help="Only these feeds.")]


@app.callback()
def _options(
    show_traceback: Annotated[
        bool, typer.Option("--traceback", help="Show where an error came from.")
    ] = False,
) -> None:
    pass


@app.command()
def serve(host: Host = "127.0.0.1", port: Port = 8501) -> None:
    """Serve the screens."""
    from warehouse import serve  # noqa: PLC0415

    serve.serve(settings(), host=host, port=port)


@app.command()
def watch() -> None:
    """Load and build whenever feeds change."""
    from warehouse import watch  # noqa: PLC0415

    watch.watch(settings())


@app.command()
def load(
    feeds: Annotated[Path | None, typer.Option(help="The landing folder unless given.")] = None,
    feed: Feeds = None,
    as_json: Json = False,
) -> None:
    """Read new files of the landing folder into the raw lake."""
    from warehouse.load import load  # noqa: PLC0415

    with bar() as progress:
        report = load(settings(), feeds_dir=feeds, only=tuple(feed or ()), progress=progress)
    if as_json:
        print_json(report.as_dict())
    else:
        print_table(*report.as_table())
    for query, message in report.failed_queries:
        complain(f"{query}: {message}")
    if report.failed_queries:
        raise typer.Exit(1)


@sources.command("check")
def check_sources(
    feeds: Annotated[Path | None, typer.Option(help="The landing folder unless given.")] = None,
    as_json: Json = False,
) -> None:
    """Check every mapping against its files before anything is loaded."""
    from warehouse.load import check_sources  # noqa: PLC0415

    findings = check_sources(settings(), feeds_dir=feeds)
    if as_json:
        print_json([asdict(finding) for finding in findings])
    else:
        rows = [["✗" if f.is_fault else "✓", f.source, f.file, f.message] for f in findings]
        print_table(["", "source", "file", "finding"], rows)
    if any(finding.is_fault for finding in findings):
        raise typer.Exit(1)


@app.command()
def build(
    as_of: Moment = None,
    known_then: Annotated[
        bool, typer.Option("--known-then", help="Only rows that had been loaded by then.")
    ] = False,
    full: Annotated[bool, typer.Option("--full", help="Rebuild everything.")] = False,
    as_json: Json = False,
) -> None:
    """Build, audit and publish a version."""
    from warehouse.build import BuildFailedError, build  # noqa: PLC0415

    try:
        with bar() as progress:
            version = build(
                settings(), as_of=as_of, known_then=known_then, full=full, progress=progress
            )
    except BuildFailedError as error:
        if as_json:
            print_json(error.record)
        else:
            for line in error.details:
                say(f"  {line}")
        complain(str(error))
        raise typer.Exit(1) from None
    if as_json:
        print_json(version.record)
    else:
        tests, seconds = version.record["tests"], sum(version.record["seconds"].values())
        say(
            f"published {version.build_id} in {seconds:.1f} s: {version.record['models']} models, "
            f"{tests['passed']} tests passed, {tests['warned']} warned, "
            f"data up to {version.record['as_of']}"
        )


@app.command()
def versions(as_json: Json = False) -> None:
    """List the published versions, newest first."""
    from warehouse.versions import versions  # noqa: PLC0415

    found = versions(settings())
    if as_json:
        print_json([{**version.record, "is_current": version.is_current} for version in found])
        return
    rows = [
        [
            "▶" if version.is_current else "",
            version.build_id,
            version.record.get("as_of"),
            version.record.get("finished"),
            round(version.record.get("size_bytes", 0) / 1e6, 1),
            version.record.get("tests", {}).get("warned"),
        ]
        for version in found
    ]
    print_table(["", "version", "data up to", "built", "MB", "warnings"], rows)


@app.command()
def rollback(
    to: Annotated[
        str | None, typer.Argument(help="A version; the one before, unless given.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Serve an older version again."""
    from warehouse.versions import rollback  # noqa: PLC0415

    version = rollback(settings(), to)
    if as_json:
        print_json({**version.record, "is_current": True})
    else:
        say(f"serving {version.build_id}, data up to {version.record.get('as_of')}")


app.add_typer(cli_sample.app)
app.add_typer(cli_answers.app)
app.add_typer(cli_assess.app)
app.add_typer(cli_verify.app)
cli_report.app.command()(cli_template.template)
cli_report.app.command()(cli_check.check)
cli_report.app.add_typer(cli_editions.app)
app.add_typer(cli_report.app, name="report")
