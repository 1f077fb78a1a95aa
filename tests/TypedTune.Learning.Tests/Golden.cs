using System.Reflection;
using System.Text.Json;

namespace TypedTune.Learning.Tests;

/// <summary>Reference values that lie beside the repository; a test that needs them is skipped, visibly, where they are missing.</summary>
internal static class Golden
{
    public static string SharedFolder => Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared"));

    public static string RepositoryRoot { get; } = typeof(Golden).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static string RequireFile(params string[] path)
    {
        string file = Path.Combine([SharedFolder, .. path]);
        Assert.SkipUnless(File.Exists(file), $"The reference file {string.Join('/', path)} is not beside the repository.");
        return file;
    }

    public static JsonElement Read(string name) => JsonDocument.Parse(File.ReadAllText(RequireFile("golden", name))).RootElement;

    public static double[] Numbers(this JsonElement array) => [.. array.EnumerateArray().Select(Number)];

    public static double[][] Rows(this JsonElement array) => [.. array.EnumerateArray().Select(Numbers)];

    public static int[] Integers(this JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetInt32())];

    public static string[] Strings(this JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetString()!)];

    private static double Number(JsonElement item) => item.ValueKind == JsonValueKind.Null ? double.NaN : item.GetDouble();
}
