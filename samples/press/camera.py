"""A telephone's camera over a page: perspective, a curled sheet, light and shadow, a desk around it, blur, noise, a JPEG with its data."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any, Literal

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from samples.press import wear
from samples.press.binding import jpeg
from samples.press.degradation import Degraded, Job, Mapping, Pixels, Points, Sheet, sheets

#: Maker, model: telephones as common among small firms as any.
_TELEPHONES = (
    ("HUAWEI", "NOH-AN00"),
    ("Xiaomi", "2201123C"),
    ("OPPO", "PFEM10"),
    ("vivo", "V2183A"),
    ("HONOR", "ANY-AN00"),
    ("Apple", "iPhone 12"),
    ("Apple", "iPhone 13"),
    ("samsung", "SM-G991B"),
    ("Google", "Pixel 6"),
)
#: A telephone states 72 dots per inch whatever it takes; a point is then a pixel.
_STATED = 72.0
_COARSE = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """A telephone and the hand that holds it.

    long_side   pixels of the picture's longer side
    filled      share of the frame that the page takes
    tilt        how far corners are drawn in by perspective, share of the page; turn: degrees
    curl        height of the sheet's wave, share of its height
    light       share by which the darkest corner is darker; exposure: how bright white paper comes out, share
    shadow      of a hand or telephone, share; warm: lamp light's cast, 0 to 1, screens' below 0
    moire       strength of the bands of a screen that was photographed; glare: of a spot of light
    blur, shake, noise   pixels, pixels, of 255
    quality     of the JPEG
    desk        what lies around: "wood", "plain", "cloth", "screen"
    exif        whether the telephone's data are kept
    sideways    the picture was taken across: with exif it says so and is shown upright; without, it is seen lying
    """

    long_side: int = 3000
    filled: float = 0.92
    tilt: float = 0.03
    turn: float = 0.0
    curl: float = 0.0
    light: float = 0.25
    exposure: float = 0.92
    shadow: float = 0.0
    warm: float = 0.2
    moire: float = 0.0
    glare: float = 0.0
    blur: float = 0.7
    shake: float = 0.0
    noise: float = 3.0
    quality: int = 82
    desk: Literal["wood", "plain", "cloth", "screen"] = "wood"
    exif: bool = True
    sideways: bool = False


def photographed(job: Job, how: Camera, source: Random) -> Degraded:
    """Each page of the job as a photograph of its own."""
    generator = np.random.default_rng(source.getrandbits(64))
    telephone = source.choice(_TELEPHONES)

    def dpi(width: float, height: float) -> float:
        # As many dots as the picture has for the page.
        return how.long_side * how.filled / max(width, height) * 72

    files, mappings = [], []
    for sheet in sheets(job, dpi, colour=True):
        scene = _Scene(sheet, how, source)
        pixels = _light(_taken(scene, how, source, generator), how, source)
        pixels = wear.softened(pixels, how.blur)
        pixels = wear.shaken(pixels, how.shake, source.uniform(0, math.pi))
        pixels = wear.grained(pixels, generator, how.noise)
        content, mapping = _developed(pixels, scene.mapped, how, source, telephone, job.made)
        files.append(content)
        mappings.append(mapping)
    return Degraded(tuple(files), "jpg", tuple(mappings))


class _Scene:
    """Where the sheet lies in the frame: first its wave, then the perspective."""

    def __init__(self, sheet: Sheet, how: Camera, source: Random) -> None:
        self.sheet = sheet
        down, across = sheet.pixels.shape[:2]
        self.size = float(across), float(down)
        self.scale = across / sheet.width
        short = round(how.long_side * 0.75)
        self.frame = (short, how.long_side) if down >= across else (how.long_side, short)
        self.curl = how.curl * down * source.choice((-1, 1))
        self.phase = source.uniform(0.0, 0.6)
        self.matrix = self._perspective(how, source)

    def _perspective(self, how: Camera, source: Random) -> NDArray[np.float64]:
        width, height = self.frame
        across, down = self.size
        fit = min(width * how.filled / across, height * how.filled / down)
        corners = np.array([[-across, -down], [across, -down], [across, down], [-across, down]]) / 2 * fit
        drawn = np.array([[source.uniform(0, how.tilt), source.uniform(-how.tilt, how.tilt) / 2] for _ in range(4)])
        corners *= 1 - np.abs(drawn)
        lean = source.uniform(-how.tilt, how.tilt)  # taken from below or from above
        corners[:2, 0] *= 1 - max(lean, 0)
        corners[2:, 0] *= 1 + min(lean, 0)
        angle = math.radians(how.turn)
        turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
        corners = corners @ turn.T
        room = np.maximum(0, np.array([width, height]) / 2 - np.abs(corners).max(axis=0))
        middle = np.array([width, height]) / 2 + room * [source.uniform(-0.6, 0.6), source.uniform(-0.6, 0.6)]
        flat = np.array([[0, 0], [across, 0], [across, down], [0, down]], np.float32)
        return np.asarray(cv2.getPerspectiveTransform(flat, (corners + middle).astype(np.float32)), np.float64)

    def _wave(self, x: NDArray[np.float64]) -> NDArray[np.float64]:
        """How far the sheet rises at `x` pixels from its left edge, seen as a shift downward."""
        return np.asarray(self.curl * np.sin(math.pi * (x / self.size[0] + self.phase)))

    def slopes(self) -> NDArray[np.float64]:
        """The light on each column of the sheet: what slopes away from the lamp is darker, a curl of 2 % by a quarter."""
        x = (np.arange(int(self.size[0])) + 0.5) / self.size[0]
        depth = min(0.3, 12 * abs(self.curl) / self.size[1])
        return np.asarray(1 - depth * (1 - math.copysign(1, self.curl) * np.cos(math.pi * (x + self.phase))) / 2)

    def mapped(self, points: Points) -> Points:
        """Points of the page to pixels of the frame."""
        pixels = points * self.scale
        pixels = np.stack([pixels[:, 0], pixels[:, 1] + self._wave(pixels[:, 0])], axis=1)
        across = np.concatenate([pixels, np.ones((len(pixels), 1))], axis=1) @ self.matrix.T
        return np.asarray(across[:, :2] / across[:, 2:])

    def sources(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """For each pixel of the frame, the pixel of the sheet: exact on a coarse net, straight between its knots."""
        width, height = self.frame
        xs = (np.arange(math.ceil(width / _COARSE)) + 0.5) * _COARSE - 0.5
        ys = (np.arange(math.ceil(height / _COARSE)) + 0.5) * _COARSE - 0.5
        x, y = np.meshgrid(xs, ys)
        inverse = np.linalg.inv(self.matrix)
        below = inverse[2, 0] * x + inverse[2, 1] * y + inverse[2, 2]
        across = (inverse[0, 0] * x + inverse[0, 1] * y + inverse[0, 2]) / below
        down = (inverse[1, 0] * x + inverse[1, 1] * y + inverse[1, 2]) / below - self._wave(across)
        whole = (len(xs) * _COARSE, len(ys) * _COARSE)

        def grown(net: NDArray[np.float64]) -> NDArray[np.float32]:
            large = cv2.resize(net.astype(np.float32), whole, interpolation=cv2.INTER_LINEAR)
            return np.ascontiguousarray(large[:height, :width])

        return grown(across), grown(down)


def _taken(scene: _Scene, how: Camera, source: Random, generator: np.random.Generator) -> Pixels:
    """The sheet on the desk, evenly lit."""
    width, height = scene.frame
    picture = _desk((height, width), how, source, generator)
    outline = scene.mapped(np.array([[0, 0], [scene.sheet.width, 0], [scene.sheet.width, scene.sheet.height], [0, scene.sheet.height]]))
    if how.desk != "screen":
        picture = wear.times(picture, _cast(outline + np.array([width * 0.004, width * 0.006]), (height, width), width * 0.006))
    white = source.randint(244, 255)
    paper = np.array([white, white - source.randint(0, 4), white - source.randint(0, 12)], np.float64) * scene.slopes()[:, None]
    tint = np.broadcast_to(paper.astype(np.uint8), scene.sheet.pixels.shape).copy()
    sheet = wear.times(scene.sheet.pixels, tint)
    across, down = scene.sources()
    return np.asarray(cv2.remap(sheet, across, down, cv2.INTER_LINEAR, dst=picture, borderMode=cv2.BORDER_TRANSPARENT), np.uint8)


def _cast(outline: Points, shape: tuple[int, int], soft: float) -> Pixels:
    """The shadow of a flat thing of that outline: light of 255 and less."""
    small = np.full((shape[0] // 4, shape[1] // 4), 255, np.uint8)
    cv2.fillConvexPoly(small, np.round(outline / 4).astype(np.int32), 120)
    small = np.asarray(cv2.GaussianBlur(small, (0, 0), max(soft / 4, 0.5)), np.uint8)
    return np.asarray(cv2.resize(small, (shape[1], shape[0]), interpolation=cv2.INTER_LINEAR), np.uint8)


def _desk(shape: tuple[int, int], how: Camera, source: Random, generator: np.random.Generator) -> Pixels:
    """What the page lies on."""
    height, width = shape
    if how.desk == "screen":
        base, knots, swing = (source.randint(18, 60),) * 3, (4, 4), 4.0
    elif how.desk == "wood":
        base = (source.randint(120, 190), source.randint(85, 130), source.randint(50, 90))
        knots, swing = (source.randint(140, 320), 5), 9.0
    elif how.desk == "cloth":
        base = (source.randint(60, 120), source.randint(70, 120), source.randint(80, 140))
        knots, swing = (height // 10, width // 10), 9.0
    else:
        grey = source.randint(140, 225)
        base, knots, swing = (grey, grey - 3, grey - 8), (5, 5), 7.0
    grain = cv2.resize(generator.normal(0, swing, knots).astype(np.float32), (width // 4, height // 4), interpolation=cv2.INTER_CUBIC)
    small = np.clip(np.array(base, np.float32) + grain[..., None], 0, 255).astype(np.uint8)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8)


def _light(pixels: Pixels, how: Camera, source: Random) -> Pixels:
    """Lamp, shadow, cast of colour, bands of a screen: computed small, as all of them are smooth."""
    height, width = pixels.shape[:2]
    rows, columns = height // 8, width // 8
    y, x = np.meshgrid(np.linspace(-1, 1, rows), np.linspace(-1, 1, columns), indexing="ij")
    angle = source.uniform(0, 2 * math.pi)
    slope = (x * math.cos(angle) + y * math.sin(angle)) / math.sqrt(2)
    level: NDArray[Any] = 1 - how.light * (slope + 1) / 2 - 0.06 * (x * x + y * y) / 2
    if how.shadow > 0:
        edge = x * math.cos(angle + 2.2) + y * math.sin(angle + 2.2) + source.uniform(-0.1, 0.5)
        level = level * (1 - how.shadow / (1 + np.exp(-edge * source.uniform(8, 30))))
    level = level * (how.exposure / float(level.mean()))  # the telephone chooses its time of exposure by the whole picture
    colours = np.stack([level, level * (1 - 0.05 * how.warm), level * (1 - 0.22 * how.warm)], axis=-1)
    if how.moire > 0:
        colours = colours * _bands(x, y, how, source)
    light = np.clip(colours * 255, 0, 255).astype(np.uint8)
    pixels = wear.times(pixels, np.asarray(cv2.resize(light, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8))
    if how.glare > 0:
        spot = np.exp(-((x - source.uniform(-0.6, 0.6)) ** 2 + (y - source.uniform(-0.7, 0.7)) ** 2) / 0.06)
        bright = cv2.resize((how.glare * 150 * spot).astype(np.uint8), (width, height), interpolation=cv2.INTER_LINEAR)
        pixels = np.asarray(cv2.add(pixels, cv2.merge([bright, bright, bright])), np.uint8)
    return pixels


def _bands(x: NDArray[Any], y: NDArray[Any], how: Camera, source: Random) -> NDArray[Any]:
    """Moiré: the dots of a screen against those of the sensor, slow waves that differ a little between the colours."""
    wave = np.ones((*x.shape, 3))
    for _ in range(2):
        across, down = source.uniform(18, 55), source.uniform(-40, 40)
        bend = source.uniform(2, 6)
        phase = across * x + down * y + bend * np.sin(2 * x + source.uniform(0, 6)) * np.cos(2 * y)
        for colour in range(3):
            wave[..., colour] += how.moire * 0.5 * np.sin(phase + colour * 0.9)
    return wave / (1 + how.moire * 0.5)


def _developed(
    pixels: Pixels, mapped: Mapping, how: Camera, source: Random, telephone: tuple[str, str], made: datetime
) -> tuple[bytes, Mapping]:
    """The JPEG, and where points of the page are in it as a person sees it."""
    height = pixels.shape[0]
    orientation = 1
    if how.sideways:
        # Quarter turns: the sensor's rows run down the page. EXIF 6 is turned clockwise to be seen upright.
        orientation = source.choice((6, 8))
        pixels = np.ascontiguousarray(np.rot90(pixels, 1 if orientation == 6 else -1))
    if how.exif:
        return jpeg(pixels, how.quality, _STATED, _exif(orientation, pixels, telephone, made, source)), mapped
    if not how.sideways:
        return jpeg(pixels, how.quality, _STATED), mapped
    width = pixels.shape[1] if orientation == 1 else pixels.shape[0]

    def lying(points: Points) -> Points:
        upright = mapped(points)
        if orientation == 6:  # counter-clockwise
            return np.stack([upright[:, 1], width - upright[:, 0]], axis=1)
        return np.stack([height - upright[:, 1], upright[:, 0]], axis=1)

    return jpeg(pixels, how.quality, _STATED), lying


def _exif(orientation: int, pixels: Pixels, telephone: tuple[str, str], made: datetime, source: Random) -> bytes:
    """What a telephone writes into its pictures."""
    data = Image.Exif()
    stamp = f"{made:%Y:%m:%d %H:%M:%S}"
    data[0x010F], data[0x0110] = telephone
    data[0x0112] = orientation
    data[0x011A] = data[0x011B] = _STATED
    data[0x0128] = 2
    data[0x0132] = stamp
    inner = data.get_ifd(0x8769)
    inner[0x829A] = 1 / source.choice((25, 33, 50, 60, 100, 120))
    inner[0x829D] = source.choice((1.6, 1.8, 1.9, 2.4))
    inner[0x8827] = source.choice((50, 80, 125, 200, 320, 400, 640))
    inner[0x9003] = inner[0x9004] = stamp
    inner[0x920A] = source.choice((4.2, 5.1, 5.6, 6.8))
    inner[0xA002], inner[0xA003] = pixels.shape[1], pixels.shape[0]
    return data.tobytes()
