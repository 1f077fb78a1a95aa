using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace TypedTune.Benchmarks.Serving;

/// <summary>Asks a service for predictions over connections that stay open, one request after the other on each.</summary>
internal static class RequestLoad
{
    private const int Connections = 16;

    private static readonly byte[] EndOfHeaders = "\r\n\r\n"u8.ToArray();

    /// <summary>Prints requests a second, and how long one takes.</summary>
    /// <param name="address">Where to post to.</param>
    /// <param name="body">JSON.</param>
    /// <param name="duration">How long.</param>
    public static async Task Run(Uri address, string body, TimeSpan duration)
    {
        byte[] request = Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"POST {address.AbsolutePath} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));
        await Ask(address, request, TimeSpan.FromSeconds(2)); // until the service is compiled
        long start = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => Ask(address, request, duration))));
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;

        double[] all = [.. times.SelectMany(of => of).Order()];
        Console.WriteLine($"{all.Length / seconds:F0} requests a second over {Connections} connections; one takes {all[all.Length / 2]:F0} µs, of a hundred all but one at most {all[all.Length * 99 / 100]:F0} µs");
    }

    private static async Task<List<double>> Ask(Uri address, byte[] request, TimeSpan duration)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port);
        var answer = new byte[4096];
        var times = new List<double>();
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < duration)
        {
            long asked = Stopwatch.GetTimestamp();
            await socket.SendAsync(request);
            int length = 0;
            while (!IsWhole(answer.AsSpan(0, length)))
            {
                int read = await socket.ReceiveAsync(answer.AsMemory(length));
                if (read == 0)
                    throw new InvalidOperationException("The service closed the connection.");
                length += read;
            }

            if (!answer.AsSpan(0, length).StartsWith("HTTP/1.1 200"u8))
                throw new InvalidOperationException(Encoding.UTF8.GetString(answer, 0, length));
            times.Add(Stopwatch.GetElapsedTime(asked).TotalMicroseconds);
        }

        return times;
    }

    // Whether headers and as many bytes as they say, or all chunks, have come.
    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        int end = answer.IndexOf(EndOfHeaders);
        if (end < 0)
            return false;
        var content = answer[(end + EndOfHeaders.Length)..];
        int length = answer[..end].IndexOf("Content-Length: "u8);
        return length < 0
            ? content.EndsWith("0\r\n\r\n"u8)
            : System.Buffers.Text.Utf8Parser.TryParse(answer[(length + "Content-Length: ".Length)..], out int bytes, out _) && content.Length >= bytes;
    }
}
