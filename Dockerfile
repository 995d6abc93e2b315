# The app with its shipped models, as compose.yaml runs it.
FROM python:3.11-slim
WORKDIR /srv/orgmodel
COPY requirements.lock ./
RUN pip install --no-cache-dir --require-hashes --requirement requirements.lock
COPY . .
RUN pip install --no-cache-dir --no-deps --no-build-isolation . \
    && useradd --create-home orgmodel
USER orgmodel
WORKDIR /home/orgmodel
# Inside a container the loopback address cannot be reached; compose.yaml publishes the port on this machine's alone.
CMD ["orgmodel", "serve", "home-office-2023", "--address", "0.0.0.0"]
