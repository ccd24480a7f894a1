package dev.ticketwire.mail.smtp;

import dev.ticketwire.rest.TrustedCertificates;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/** Encrypts connections to servers that the JDK or the operator trusts. */
final class TlsSockets {
    private static final String SETTING = "ticketwire.mail.certificates";

    private TlsSockets() {}

    /** @throws IllegalArgumentException if the file of certificates cannot be read */
    static SSLSocketFactory of(SmtpSettings settings) {
        Optional<String> file = settings.certificates().filter(name -> !name.isBlank());
        if (file.isEmpty()) {
            return (SSLSocketFactory) SSLSocketFactory.getDefault();
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {TrustedCertificates.with(SETTING, Path.of(file.get()))}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
