// Receives webhooks of Ticketwire. Needs Go 1.19: WEBHOOK_SECRET=whsec_… go run receiver.go 8099
package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"
)

const mostBytes = 1 << 20

// verified says whether the body (as received) was signed with the secret within five minutes of now.
func verified(secret string, headers http.Header, body []byte, now time.Time) bool {
	timestamp := headers.Get("webhook-timestamp")
	seconds, err := strconv.ParseUint(timestamp, 10, 40)
	if err != nil || now.Sub(time.Unix(int64(seconds), 0)).Abs() > 5*time.Minute {
		return false
	}
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
	if err != nil {
		return false
	}
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(headers.Get("webhook-id") + "." + timestamp + "."))
	mac.Write(body)
	expected := []byte("v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil)))
	for _, given := range strings.Split(headers.Get("webhook-signature"), " ") {
		if hmac.Equal([]byte(given), expected) {
			return true
		}
	}
	return false
}

func receive(response http.ResponseWriter, request *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(response, request.Body, mostBytes))
	if err != nil || !verified(os.Getenv("WEBHOOK_SECRET"), request.Header, body, time.Now()) {
		response.WriteHeader(http.StatusUnauthorized)
		return
	}
	// Store the event under its webhook-id, unless that is stored; work on it after the answer.
	log.Println(request.Header.Get("webhook-id"), string(body))
	response.WriteHeader(http.StatusNoContent)
}

func main() {
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Args[1], http.HandlerFunc(receive)))
}
