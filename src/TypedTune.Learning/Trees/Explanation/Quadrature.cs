using System.Runtime.Intrinsics;
using MathNet.Numerics.Integration;

namespace TypedTune.Learning;

/// <summary>
/// Gauss and Legendre's rule for integrals from 0 to 1: exact for polynomials of a degree below twice the number of points. In
/// vectors, the last of which is filled up with points of weight 0.
/// </summary>
internal sealed class Quadrature
{
    private Quadrature(Vector256<double>[] points, Vector256<double>[] weights)
    {
        Points = points;
        Weights = weights;
    }

    /// <summary>Where the integrand is evaluated, each between 0 and 1, both excluded.</summary>
    public Vector256<double>[] Points { get; }

    /// <summary>How much each point counts; they add up to 1.</summary>
    public Vector256<double>[] Weights { get; }

    /// <summary>The rule that is exact for polynomials of a degree.</summary>
    /// <param name="degree">At least 0.</param>
    public static Quadrature ForDegree(int degree)
    {
        var rule = new GaussLegendreRule(0, 1, degree / 2 + 1);
        return new Quadrature(Vectors(rule.Abscissas, 0.5), Vectors(rule.Weights, 0));
    }

    private static Vector256<double>[] Vectors(double[] values, double filler)
    {
        int width = Vector256<double>.Count;
        double[] filled = [.. values, .. Enumerable.Repeat(filler, (width - values.Length % width) % width)];
        return [.. Enumerable.Range(0, filled.Length / width).Select(vector => Vector256.Create(filled, vector * width))];
    }
}
