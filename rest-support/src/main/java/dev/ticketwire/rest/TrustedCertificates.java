package dev.ticketwire.rest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The certificates of the JDK together with those of the operator's file. */
public final class TrustedCertificates {
    private TrustedCertificates() {}

    /**
     * A trust manager for both.
     *
     * @param setting names the file
     * @param file PEM, one certificate or more
     * @throws IllegalArgumentException if it cannot be read
     */
    public static X509TrustManager with(String setting, Path file) {
        try {
            List<Certificate> trusted =
                    new ArrayList<>(Arrays.asList(trustManager(null).getAcceptedIssuers()));
            trusted.addAll(read(file));
            return trustManager(store(trusted));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(setting + " cannot be read", e);
        }
    }

    private static Collection<? extends Certificate> read(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new IOException("no certificate in " + file);
            }
            return found;
        }
    }

    private static KeyStore store(List<Certificate> certificates) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (int i = 0; i < certificates.size(); i++) {
            store.setCertificateEntry("trusted-" + i, (X509Certificate) certificates.get(i));
        }
        return store;
    }

    /** @param store null for that of the JDK */
    private static X509TrustManager trustManager(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager found) {
                return found;
            }
        }
        throw new GeneralSecurityException("the JDK has no trust manager for X.509");
    }
}
