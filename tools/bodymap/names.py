"""English and Spanish names of the regions, always with the patient's side."""

from __future__ import annotations

_WHOLE = {
    "chest": ("Chest", "Tórax"),
    "v_chest": ("V of the chest", "Escote, parte torácica"),
    "neck_front": ("Neck, front", "Cuello, cara anterior"),
    "abdomen": ("Abdomen", "Abdomen"),
    "perineum": ("Genitals and perineum", "Genitales y periné"),
    "face_rest": ("Rest of the face", "Resto de la cara"),
    "scalp_front": ("Scalp, front", "Cuero cabelludo, parte anterior"),
    "nose_malar": ("Nose and malar area", "Nariz y área malar"),
    "back_upper": ("Upper back", "Espalda, parte superior"),
    "back_lower": ("Lower back", "Espalda, parte inferior"),
    "neck_back": ("Nape", "Nuca"),
    "scalp_back": ("Scalp, back", "Cuero cabelludo, parte posterior"),
}
_FEMININE, _MASCULINE = {"R": "derecha", "L": "izquierda"}, {"R": "derecho", "L": "izquierdo"}
_SIDED = {
    "thigh": ("thigh", "Muslo", _MASCULINE),
    "lowleg": ("lower leg", "Pierna", _FEMININE),
    "foot": ("foot", "Pie", _MASCULINE),
    "uparm": ("upper arm", "Brazo", _MASCULINE),
    "forearm": ("forearm", "Antebrazo", _MASCULINE),
    "hand": ("hand", "Mano", _FEMININE),
    "ear": ("ear", "Oreja", _FEMININE),
    "shoulder": ("shoulder", "Hombro", _MASCULINE),
    "buttock": ("buttock", "Nalga", _FEMININE),
}
_SIDES = {"R": "Right", "L": "Left"}
_FACES = {
    "front": ("front", "cara anterior"),
    "back": ("back", "cara posterior"),
    ("hand", "front"): ("palm", "palma"),
    ("hand", "back"): ("back", "dorso"),
    ("foot", "front"): ("top", "dorso"),
    ("foot", "back"): ("heel", "talón"),
}


def names(region: str) -> tuple[str, str]:
    """Return the English and the Spanish name of a region."""
    if region in _WHOLE:
        return _WHOLE[region]
    stem, side, view = region.split("_")
    english, spanish, ending = _SIDED[stem]
    if stem == "buttock":
        return f"{_SIDES[side]} {english}", f"{spanish} {ending[side]}"
    face = _FACES.get((stem, view), _FACES[view])
    return f"{_SIDES[side]} {english}, {face[0]}", f"{spanish} {ending[side]}, {face[1]}"
