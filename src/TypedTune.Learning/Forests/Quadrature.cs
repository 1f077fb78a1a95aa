using MathNet.Numerics.Integration;

namespace TypedTune.Learning;

/// <summary>Gauss and Legendre's rule for integrals from 0 to 1: exact for polynomials of a degree below twice the number of points.</summary>
internal sealed class Quadrature
{
    private Quadrature(double[] points, double[] weights)
    {
        Points = points;
        Weights = weights;
    }

    /// <summary>How many points there are.</summary>
    public int Count => Points.Length;

    /// <summary>Where the integrand is evaluated, each between 0 and 1, both excluded.</summary>
    public double[] Points { get; }

    /// <summary>How much each point counts; they add up to 1.</summary>
    public double[] Weights { get; }

    /// <summary>The rule that is exact for polynomials of a degree.</summary>
    /// <param name="degree">At least 0.</param>
    public static Quadrature ForDegree(int degree)
    {
        var rule = new GaussLegendreRule(0, 1, degree / 2 + 1);
        return new Quadrature(rule.Abscissas, rule.Weights);
    }
}
