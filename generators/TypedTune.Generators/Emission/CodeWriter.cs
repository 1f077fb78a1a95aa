using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedTune.Generators.Emission;

/// <summary>Writes indented source with fixed line ends.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes a line; an empty one without indentation.</summary>
    public CodeWriter Line(string line = "")
    {
        if (line.Length > 0)
            _text.Append(' ', 4 * _depth).Append(line);
        _text.Append('\n');
        return this;
    }

    /// <summary>Writes a line and opens a block that <see cref="Close"/> ends.</summary>
    public CodeWriter Open(string line)
    {
        Line(line).Line("{");
        _depth++;
        return this;
    }

    public CodeWriter Close(string after = "")
    {
        _depth--;
        return Line("}" + after);
    }

    /// <summary>Writes a line one step further in.</summary>
    public CodeWriter Continued(string line)
    {
        _depth++;
        Line(line);
        _depth--;
        return this;
    }

    public CodeWriter Summary(string xml) => Line($"/// <summary>{xml}</summary>");

    public override string ToString() => _text.ToString();

    /// <summary>A text as content of documentation.</summary>
    public static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A number as source, the same in every culture.</summary>
    public static string Literal(double number) => number switch
    {
        double.NegativeInfinity => "double.NegativeInfinity",
        double.PositiveInfinity => "double.PositiveInfinity",
        _ when double.IsNaN(number) => "double.NaN",
        _ => number.ToString("R", CultureInfo.InvariantCulture) + "D",
    };

    public static string Literal(bool value) => value ? "true" : "false";
}
