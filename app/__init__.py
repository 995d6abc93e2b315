"""The web app: shows what the use cases answer. Installed as `orgmodel_app`; only its state module knows `orgmodel`."""
