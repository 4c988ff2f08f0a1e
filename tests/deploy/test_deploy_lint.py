"""The written files as the tools of their trade read them, and what matters most in them."""

import json
import re
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from deploy.written import Written, deployed
from web.servers import Server

from dashboard import cli
from dashboard.deploy.recipes import RECIPES

ANALYZE = shutil.which("systemd-analyze")
NO_SYSTEMD = pytest.mark.skipif(
    not ANALYZE, reason="systemd-analyze is not installed: the unit was not tried"
)
SETTINGS = [
    pytest.param([], id="alone"),
    pytest.param(
        [
            "--public-url=https://mines.example.org:8443/",
            '--pack=/home/a b/50% "$x"',
            "--host=0.0.0.0",
            "--hsts=60",
            "--image=registry.example.org:5000/mines/flankwatch:0.1",
        ],
        id="given",
    ),
]


@pytest.fixture(params=SETTINGS)
def options(request: pytest.FixtureRequest) -> list[str]:
    values: list[str] = request.param
    return values


def accepts(*command: str) -> None:
    """A tool finds nothing wrong."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def schema(name: str, file: Path) -> None:
    accepts(sys.executable, "-m", "check_jsonschema", "--builtin-schema", name, str(file))


def manifests(written: Written) -> dict[str, Any]:
    """Every manifest of a cluster, by its kind."""
    found = (yaml.safe_load(written.text(name)) for name in RECIPES["kubernetes"])
    return {manifest["kind"]: manifest for manifest in found}


def instructions(written: Written) -> list[tuple[str, str]]:
    """The instructions of a Dockerfile, with what they are given."""
    text = re.sub(r" \\\n +", " ", written.text("Dockerfile"))
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return [(word, rest) for word, _, rest in (line.partition(" ") for line in lines)]


def test_hadolint_finds_nothing_in_the_dockerfile(options: list[str], tmp_path: Path) -> None:
    written = deployed("docker", tmp_path, *options)
    hadolint = Path(sys.executable).with_name("hadolint")
    accepts(str(hadolint), "--no-color", str(written.folder / "Dockerfile"))


def test_an_image_runs_as_nobody_in_particular_and_starts_no_shell(tmp_path: Path) -> None:
    written = deployed("docker", tmp_path)
    steps = instructions(written)
    assert ("USER", "10001:10001") in steps
    for word, rest in steps:
        if word in ("RUN", "CMD", "ENTRYPOINT"):
            assert all(isinstance(part, str) for part in json.loads(rest))
    names = dict(steps)
    program, *arguments = [*json.loads(names["ENTRYPOINT"]), *json.loads(names["CMD"])]
    assert program == "/opt/flankwatch/bin/flankwatch"
    assert cli.parser().parse_args(arguments).command == "serve"


def test_the_image_is_made_of_the_wheel_and_nothing_else(tmp_path: Path) -> None:
    written = deployed("docker", tmp_path)
    ignored = [line for line in written.text(".dockerignore").splitlines() if line[0] != "#"]
    [wheel, installed] = [rest.split()[0] for word, rest in instructions(written) if word == "COPY"]
    assert ignored == ["*", f"!{wheel}"]
    assert installed == "--from=build"


def test_the_health_check_tells_a_server_that_is_up_from_one_that_is_not(
    behind: Server, free_port: int, tmp_path: Path
) -> None:
    [health] = [rest for word, rest in instructions(deployed("docker", tmp_path)) if word[0] == "H"]
    program, *arguments = json.loads(health.partition(" CMD ")[2])
    assert program == "/opt/flankwatch/bin/python"
    for port, is_well in [(behind.port, True), (free_port, False)]:
        here = [argument.replace(":8050/", f":{port}/") for argument in arguments]
        done = subprocess.run([sys.executable, *here], capture_output=True, check=False)
        assert (done.returncode == 0) == is_well


def test_the_compose_file_keeps_to_its_schema(options: list[str], tmp_path: Path) -> None:
    written = deployed("docker", tmp_path, *options)
    schema("vendor.compose-spec", written.folder / "compose.yaml")


def test_every_service_is_kept_in_bounds(options: list[str], tmp_path: Path) -> None:
    services = yaml.safe_load(deployed("docker", tmp_path, *options).text("compose.yaml"))
    for service in services["services"].values():
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert service["mem_limit"]
        assert service["tmpfs"]
    assert "ports" not in services["services"]["flankwatch"]
    assert services["services"]["caddy"]["cap_add"] == ["NET_BIND_SERVICE"]


def test_the_workflows_keep_to_their_schemas(options: list[str], tmp_path: Path) -> None:
    written = deployed("pages", tmp_path, *options)
    schema("vendor.github-workflows", written.folder / ".github/workflows/pages.yml")
    schema("vendor.gitlab-ci", written.folder / ".gitlab-ci.yml")


def test_a_cluster_would_take_the_manifests(options: list[str], tmp_path: Path) -> None:
    written = deployed("kubernetes", tmp_path, *options)
    files = [str(written.folder / name) for name in RECIPES["kubernetes"]]
    validate = Path(sys.executable).with_name("kubernetes-validate")
    accepts(sys.executable, str(validate), "--strict", *files)


def test_pods_are_restricted_and_told_well_from_ill(tmp_path: Path) -> None:
    deployment = manifests(deployed("kubernetes", tmp_path))["Deployment"]["spec"]
    pod = deployment["template"]["spec"]
    [container] = pod["containers"]
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert container["readinessProbe"]["httpGet"]["path"] == "/readyz"
    assert container["livenessProbe"]["httpGet"]["path"] == "/healthz"
    assert pod["automountServiceAccountToken"] is False
    # Else the cluster sets FLANKWATCH_PORT=tcp://…, which is no port.
    assert pod["enableServiceLinks"] is False


def test_the_manifests_of_a_cluster_belong_together(tmp_path: Path) -> None:
    found = manifests(deployed("kubernetes", tmp_path, "--port=9000", "--hosts=mines.example.org"))
    deployment = found["Deployment"]["spec"]
    labels = deployment["template"]["metadata"]["labels"]
    assert deployment["selector"]["matchLabels"] == labels
    assert found["Service"]["spec"]["selector"] == labels
    assert found["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"] == labels
    [container] = deployment["template"]["spec"]["containers"]
    [port] = container["ports"]
    assert port["containerPort"] == 9000
    assert found["Service"]["spec"]["ports"][0]["targetPort"] == port["name"]
    scale = found["HorizontalPodAutoscaler"]["spec"]
    assert scale["scaleTargetRef"]["name"] == found["Deployment"]["metadata"]["name"]
    assert scale["minReplicas"] == deployment["replicas"] >= 2
    [source] = container["envFrom"]
    settings = found["ConfigMap"]
    assert source["configMapRef"]["name"] == settings["metadata"]["name"]
    assert settings["data"]["FLANKWATCH_PORT"] == "9000"
    # More readers get more pods, unless an operator says otherwise.
    assert settings["data"]["FLANKWATCH_WORKERS"] == "1"
    more = manifests(deployed("kubernetes", tmp_path / "more", "--workers=2"))["ConfigMap"]
    assert more["data"]["FLANKWATCH_WORKERS"] == "2"
    [rule] = found["Ingress"]["spec"]["rules"]
    assert rule["host"] == "mines.example.org"
    assert rule["http"]["paths"][0]["backend"]["service"]["name"] == "flankwatch"


def test_other_settings_make_other_pods(tmp_path: Path) -> None:
    notes = [
        manifests(deployed("kubernetes", tmp_path / name, *options))["Deployment"]["spec"][
            "template"
        ]["metadata"]["annotations"]
        for name, options in [("a", []), ("b", ["--hsts=60"]), ("c", [])]
    ]
    assert notes[0] == notes[2] != notes[1]


def test_a_pack_in_a_cluster_is_a_config_map_that_the_commands_make(tmp_path: Path) -> None:
    written = deployed("kubernetes", tmp_path, "--pack=/srv/mines")
    found = manifests(written)
    pod = found["Deployment"]["spec"]["template"]["spec"]
    [volume] = [volume for volume in pod["volumes"] if "configMap" in volume]
    [mount] = [m for m in pod["containers"][0]["volumeMounts"] if m["name"] == volume["name"]]
    assert mount["mountPath"] == found["ConfigMap"]["data"]["FLANKWATCH_PACK"]
    assert mount["readOnly"] is True
    made = f"create configmap {volume['configMap']['name']} --from-file=/srv/mines "
    assert made in written.commands[1]


@NO_SYSTEMD
def test_systemd_understands_the_unit(options: list[str], tmp_path: Path) -> None:
    written = deployed("systemd", tmp_path, *options)
    unit = written.folder / "flankwatch.service"
    text = written.text(unit.name)
    # Only the program has to be there.
    unit.write_text(text.replace("/opt/flankwatch/bin/flankwatch", sys.executable))
    done = subprocess.run(
        [str(ANALYZE), "verify", "--recursive-errors=no", str(unit)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reload_needs_a_shell_alone(options: list[str], tmp_path: Path) -> None:
    text = deployed("systemd", tmp_path, *options).text("flankwatch.service")
    [line] = re.findall("^ExecReload=(.+)$", text, re.MULTILINE)
    command = shlex.split(line)
    assert command[:2] == ["/bin/sh", "-c"]
    # It heeds the signal even where this process was told not to, as by nohup.
    heeds = "import signal, time; signal.signal(signal.SIGHUP, signal.SIG_DFL); print(flush=True); "
    sleeps = [sys.executable, "-c", f"{heeds}time.sleep(60)"]
    with subprocess.Popen(sleeps, stdout=subprocess.PIPE) as service:
        assert service.stdout is not None
        service.stdout.readline()
        bare = {"PATH": str(tmp_path), "MAINPID": str(service.pid)}
        subprocess.run(command, env=bare, check=True)
        assert service.wait() == -signal.SIGHUP


@NO_SYSTEMD
def test_the_service_is_exposed_to_little(options: list[str], tmp_path: Path) -> None:
    written = deployed("systemd", tmp_path, *options)
    unit = str(written.folder / "flankwatch.service")
    accepts(str(ANALYZE), "security", "--offline=true", "--threshold=20", "--no-pager", unit)
