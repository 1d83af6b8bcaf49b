// Shows the service's own description of its API; everything comes from this service.
window.SwaggerUIBundle({ url: "/openapi.json", dom_id: "#swagger", deepLinking: true, validatorUrl: null });
