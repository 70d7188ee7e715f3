"""BPA Desktop: plan your own assistants, on one computer, without a network, on one encrypted file.

The floors, from the top; imports point down only, and parts on one line do not know each other:

    bootstrap                               puts the parts together
    ui | cli                                the window; the command line
    store | interchange | planner | data    the encrypted file; files in and out; later: planning; shipped data
    texts                                   facts to sentences
    services                                what the user can do: each verb a function, each one step to undo
    ranking                                 who can take a shift, in what order, and why
    rules | pay                             what law and agreement demand; what a shift costs
    tariff | domain | i18n                  what a municipality may charge; the nouns; languages

The same word stands on every floor: domain/absence.py, services/absence.py, ui/absence/.
"""

__version__ = "0.1.0"
