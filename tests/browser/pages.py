"""An address of each kind of page, and nothing left out: a template that no address uses fails a test."""

from __future__ import annotations

RECORDS = (
    "insatser/gavleborg/rakna-med-mig/",
    "insatser/gotland/jobbvagen/",
    "insatser/nnv-skane/en-vag-in/",
    "insatser/uppsala/forstarkt-stod/",
    "insatser/uppsala/framsteget-i-habo/",
)
# Address → the template in theme/ that draws it.
KINDS = {
    "": "start.html",
    "sok/": "sok.html",
    "sok/?q=arbete": "sok.html",
    "insatser/": "lista.html",
    "forbund/": "lista.html",
    "forbund/uppsala/": "lista.html",
    "kommuner/": "lista.html",
    "kommuner/0305/": "lista.html",
    "kommuner/0381/": "lista.html",  # without an insats
    "malgrupper/": "lista.html",
    "malgrupper/unga-med-aktivitetsersattning/": "lista.html",
    "metoder/": "lista.html",
    "metoder/ips/": "lista.html",
    "status/": "lista.html",
    "status/pagaende/": "lista.html",
    "oversikt/": "oversikt.html",
    "data/": "data.html",
    "ordlista/": "sida.html",
    "om/": "sida.html",
    "personuppgifter/": "sida.html",
    "tillganglighet/": "sida.html",
    "badda-in/": "sida.html",
    "badda-in/forbund/uppsala/": "inbaddad.html",
    "badda-in/insatser/uppsala/forstarkt-stod/": "inbaddad.html",
    "handbok/": "handbok.html",
    "handbok/kontroller/": "handbok.html",
    "handbok/lasa-fel/": "handbok.html",
    "404.html": "404.html",
    **dict.fromkeys(RECORDS, "insats.html"),
}
